import { ListLoading } from "../_shared/page-loading";

export default function ProductsLoading() {
  return <ListLoading area="products" columns={7} />;
}
