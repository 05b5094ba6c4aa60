"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { Checkbox } from "@/components/ui/checkbox";

interface Selection {
  ids: readonly string[];
  selected: ReadonlySet<string>;
  toggle: (id: string, on: boolean) => void;
  toggleAll: (on: boolean) => void;
  clear: () => void;
  headerRef: RefObject<HTMLButtonElement | null>;
}

const SelectionContext = createContext<Selection | null>(null);

/** The rows chosen on this page. For the actions of a bulk bar: `[...useSelection().selected]`. */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("useSelection needs a DataTable with `selection` above it.");
  return selection;
}

/** Only rows in sight can be selected: what a filter or a page turn takes away is let go. */
export function SelectionProvider({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const headerRef = useRef<HTMLButtonElement>(null);
  const selected = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);
  const toggle = useCallback((id: string, on: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const toggleAll = useCallback((on: boolean) => setChosen(new Set(on ? ids : [])), [ids]);
  const clear = useCallback(() => setChosen(new Set()), []);
  const value = useMemo(
    () => ({ ids, selected, toggle, toggleAll, clear, headerRef }),
    [ids, selected, toggle, toggleAll, clear],
  );
  return (
    <SelectionContext value={value}>
      <div data-selecting={selected.size > 0 ? "" : undefined} className="group/selection relative">
        {children}
      </div>
    </SelectionContext>
  );
}

export function HeaderCheckbox({ label }: { label: string }) {
  const { ids, selected, toggleAll, headerRef } = useSelection();
  const all = ids.length > 0 && selected.size === ids.length;
  return (
    <Checkbox
      ref={headerRef}
      aria-label={label}
      className="align-middle"
      checked={all ? true : selected.size > 0 ? "indeterminate" : false}
      onCheckedChange={(on) => toggleAll(on === true)}
    />
  );
}

export function RowCheckbox({ id, label }: { id: string; label: string }) {
  const { selected, toggle } = useSelection();
  return (
    <Checkbox
      aria-label={label}
      className="z-10 align-middle"
      checked={selected.has(id)}
      onCheckedChange={(on) => toggle(id, on === true)}
    />
  );
}
