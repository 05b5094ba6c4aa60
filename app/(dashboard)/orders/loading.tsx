import { ListLoading } from "../_shared/page-loading";

export default function OrdersLoading() {
  return <ListLoading area="orders" columns={6} />;
}
