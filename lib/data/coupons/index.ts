import "server-only";

export { changeCoupon, isCouponUsed } from "./change-coupon";
export { createCoupon } from "./create-coupon";
export { evaluateCoupons } from "./evaluate-coupons";
export { getCoupon } from "./get-coupon";
export { getCouponUseTotals, listCouponUses } from "./list-coupon-uses";
export { listCoupons } from "./list-coupons";
export { redeemCoupon } from "./redeem-coupon";
