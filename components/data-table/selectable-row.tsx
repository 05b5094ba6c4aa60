"use client";

import type { ReactNode } from "react";
import { TableRow } from "@/components/ui/table";
import { useSelection } from "./selection";

export function SelectableRow({ id, children }: { id: string; children: ReactNode }) {
  const on = useSelection().selected.has(id);
  return (
    <TableRow data-state={on ? "selected" : undefined} className="relative">
      {children}
    </TableRow>
  );
}
