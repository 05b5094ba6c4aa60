import { RecordLoading } from "../../_shared/page-loading";

export default function CustomerLoading() {
  return <RecordLoading area="customers" figures />;
}
