import { ListLoading } from "../_shared/page-loading";

export default function ImportsLoading() {
  return <ListLoading area="imports" columns={5} filters={0} />;
}
