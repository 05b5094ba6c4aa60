import { RecordLoading } from "../../_shared/page-loading";

export default function ComplaintLoading() {
  return <RecordLoading area="complaints" />;
}
