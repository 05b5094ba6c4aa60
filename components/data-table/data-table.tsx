import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ColumnHeaderSort, sortDirection, type TableSort } from "./column-header-sort";
import { SelectableRow } from "./selectable-row";
import { HeaderCheckbox, RowCheckbox, SelectionProvider } from "./selection";

export interface DataTableColumn<Row> {
  /** Also the name that `?sort=` carries. */
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  align?: "start" | "end";
  /** A CSS width for the column, such as "120px" or "30%". */
  width?: string;
  sortable?: boolean;
  /** Left out on windows narrower than this. */
  from?: "sm" | "md" | "lg";
  /** Makes the cell a link whose reach is the whole row; for one column, the one that names the row. */
  href?: (row: Row) => string;
}

export interface DataTableProps<Row> {
  /** Names the table for those who do not see it. */
  label: string;
  columns: DataTableColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: TableSort;
  /** Shown in place of rows: an EmptyState or a NoResults. */
  empty?: ReactNode;
  /** Check boxes, and the bar (a BulkBar) that takes the header's place while any is on. */
  selection?: { allLabel: string; rowLabel: (row: Row) => string; bar: ReactNode };
  className?: string;
}

const fromClass = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
} as const;

/** Drawn on the server; sort, filters and page live in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort, empty, selection, className } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const table = (
    <Table label={label} className={className}>
      <TableHeader>
        <TableRow>
          {selection ? (
            <TableHead className="w-9 pr-0">
              <HeaderCheckbox label={selection.allLabel} />
            </TableHead>
          ) : null}
          {columns.map((column) => {
            const sortable = column.sortable && sort;
            const direction = sortable ? sortDirection(column.id, sort.current) : "none";
            return (
              <TableHead
                key={column.id}
                aria-sort={direction === "none" ? undefined : direction}
                style={column.width ? { width: column.width } : undefined}
                className={cn(
                  column.align === "end" && "text-right",
                  column.from && fromClass[column.from],
                  selection && "group-data-selecting/selection:invisible",
                )}
              >
                {sortable ? (
                  <ColumnHeaderSort
                    column={column.id}
                    label={column.header}
                    sort={sort}
                    align={column.align}
                  />
                ) : (
                  column.header
                )}
              </TableHead>
            );
          })}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => {
          const key = rowKey(row);
          const cells = columns.map((column) => (
            <TableCell
              key={column.id}
              className={cn(
                column.align === "end" && "whitespace-nowrap text-right",
                column.from && fromClass[column.from],
              )}
            >
              {column.href ? (
                <Link
                  href={column.href(row)}
                  className="rounded-sm font-medium after:absolute after:inset-0 after:content-[''] hover:text-blue-ink"
                >
                  {column.cell(row)}
                </Link>
              ) : (
                column.cell(row)
              )}
            </TableCell>
          ));
          return selection ? (
            <SelectableRow key={key} id={key}>
              <TableCell className="w-9 pr-0">
                <RowCheckbox id={key} label={selection.rowLabel(row)} />
              </TableCell>
              {cells}
            </SelectableRow>
          ) : (
            <TableRow key={key} className="relative">
              {cells}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
  if (!selection) return table;
  return (
    <SelectionProvider ids={rows.map(rowKey)}>
      {table}
      {selection.bar}
    </SelectionProvider>
  );
}
