"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Label } from "@/components/ui/label";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { CategoryChoice } from "./category-tree";

interface CategoryChecksProps {
  label: string;
  categories: CategoryChoice[];
  chosenIds: readonly string[];
  onChange: (chosenIds: string[]) => void;
}

const INDENTS = ["", "ps-5", "ps-10", "ps-15"];

/** Categories to tick; what stands below a ticked one counts with it. */
export function CategoryChecks({ label, categories, chosenIds, onChange }: CategoryChecksProps) {
  const prefix = useId();
  const chosen = new Set(chosenIds);
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : [...chosen].filter((other) => other !== id));
  return (
    // The boxes' hidden inputs are placed against the nearest positioned box: without one they lengthen the page.
    <ScrollArea label={label} className="relative max-h-64">
      <ul>
        {categories.map(({ id, name, depth, aboveIds }) => {
          const isBelow = aboveIds.some((above) => chosen.has(above));
          return (
            <li
              key={id}
              className={cn("flex min-h-8 items-center gap-2.5 px-0.5", INDENTS[Math.min(depth, 3)])}
            >
              <Checkbox
                id={`${prefix}${id}`}
                checked={isBelow || chosen.has(id)}
                disabled={isBelow}
                onCheckedChange={(checked) => toggle(id, checked === true)}
              />
              <Label htmlFor={`${prefix}${id}`} className="font-normal">
                {name}
              </Label>
            </li>
          );
        })}
      </ul>
    </ScrollArea>
  );
}
