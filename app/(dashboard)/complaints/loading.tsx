import { ListLoading } from "../_shared/page-loading";

export default function ComplaintsLoading() {
  return <ListLoading area="complaints" columns={6} />;
}
