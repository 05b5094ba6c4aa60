import { RecordLoading } from "../../_shared/page-loading";

export default function ProductLoading() {
  return <RecordLoading area="products" />;
}
