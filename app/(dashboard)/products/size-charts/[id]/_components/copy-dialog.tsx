"use client";

import { Copy, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { ProductSearch } from "../../../../coupons/_components/product-search";
import { copySizeChart } from "../../_actions";

interface CopyDialogProps {
  productId: string;
  name: string;
}

/** Gives other products the chart as it is stored. */
export function CopyDialog({ productId, name }: CopyDialogProps) {
  const t = useTranslations("sizeCharts.copy");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const { run, isPending } = useAction(copySizeChart, {
    onSuccess: ({ copiedTo }) => {
      toast.success(t("done", { count: copiedTo.length }));
      setOpen(false);
      setChosen([]);
    },
  });
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="outline">
          <Copy aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { name })}</DialogTitle>
          <DialogDescription>{t("hint")}</DialogDescription>
        </DialogHeader>
        <ProductSearch
          label={t("search")}
          chosenIds={[productId, ...chosen.map(({ id }) => id)]}
          onChoose={(product) => setChosen([...chosen, product])}
        />
        <ul className="grid gap-1">
          {chosen.map((product) => (
            <li key={product.id} className="flex items-center justify-between gap-2 text-compact">
              <span className="min-w-0 truncate">{product.name}</span>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("remove", { name: product.name })}
                onClick={() => setChosen(chosen.filter(({ id }) => id !== product.id))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
        <DialogFooter>
          <Button
            loading={isPending}
            disabled={chosen.length === 0}
            onClick={() => run({ productId, toProductIds: chosen.map(({ id }) => id) })}
          >
            {t("submit", { count: chosen.length })}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
