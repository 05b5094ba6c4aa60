"use client";

import { Eye, EyeOff, Play, Square } from "lucide-react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { CouponDto } from "@/lib/data/coupons/schemas";
import { changeCoupon } from "../../_actions";

type Coupon = Pick<CouponDto, "id" | "code" | "isActive" | "isPublic">;

/** Ends a coupon or starts it again, shows or hides it: all of it can be taken back. */
export function CouponSwitches({ coupon }: { coupon: Coupon }) {
  const t = useTranslations("coupons.record");
  const common = useTranslations("common");
  const { id, code, isActive, isPublic } = coupon;
  const undo = useAction(changeCoupon, {
    onSuccess: (after) => {
      toast.success(after.isActive ? t("resumed", { code }) : t("ended", { code }));
    },
  });
  const activity = useAction(changeCoupon, {
    onSuccess: (after) =>
      showUndoToast({
        message: after.isActive ? t("resumed", { code }) : t("ended", { code }),
        undoLabel: common("undo"),
        onUndo: () => undo.run({ id, isActive: !after.isActive }),
      }),
  });
  const publicity = useAction(changeCoupon, {
    onSuccess: (after) => toast.success(after.isPublic ? t("published", { code }) : t("hidden", { code })),
  });
  return (
    <>
      <Button
        variant="outline"
        loading={publicity.isPending}
        onClick={() => publicity.run({ id, isPublic: !isPublic })}
      >
        {isPublic ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        {isPublic ? t("hide") : t("publish")}
      </Button>
      <Button
        variant={isActive ? "outline" : "default"}
        loading={activity.isPending || undo.isPending}
        onClick={() => activity.run({ id, isActive: !isActive })}
      >
        {isActive ? <Square aria-hidden /> : <Play aria-hidden />}
        {isActive ? t("end") : t("resume")}
      </Button>
    </>
  );
}
