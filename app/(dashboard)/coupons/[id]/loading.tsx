import { RecordLoading } from "../../_shared/page-loading";

export default function CouponLoading() {
  return <RecordLoading area="coupons" />;
}
