import { RecordLoading } from "../../_shared/page-loading";

export default function RequestLoading() {
  return <RecordLoading area="requests" />;
}
