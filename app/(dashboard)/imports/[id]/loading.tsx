import { RecordLoading } from "../../_shared/page-loading";

export default function ImportLoading() {
  return <RecordLoading area="imports" figures />;
}
