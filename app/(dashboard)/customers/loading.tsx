import { ListLoading } from "../_shared/page-loading";

export default function CustomersLoading() {
  return <ListLoading area="customers" columns={6} />;
}
