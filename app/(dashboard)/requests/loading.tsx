import { ListLoading } from "../_shared/page-loading";

export default function RequestsLoading() {
  return <ListLoading area="requests" columns={6} />;
}
