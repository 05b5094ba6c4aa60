import "server-only";

export { changeCoupon } from "./change-coupon";
export { createCoupon } from "./create-coupon";
export { evaluateCoupons } from "./evaluate-coupons";
export { listCoupons } from "./list-coupons";
export { redeemCoupon } from "./redeem-coupon";
