import { RecordLoading } from "../../_shared/page-loading";

export default function OrderLoading() {
  return <RecordLoading area="orders" />;
}
