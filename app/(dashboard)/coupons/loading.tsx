import { ListLoading } from "../_shared/page-loading";

export default function CouponsLoading() {
  return <ListLoading area="coupons" columns={6} filters={2} />;
}
