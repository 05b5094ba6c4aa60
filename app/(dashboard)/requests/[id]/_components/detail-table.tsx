import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

export interface DetailColumn<Row> {
  label: string;
  align?: "end";
  cell: (row: Row) => ReactNode;
}

interface DetailTableProps<Row> {
  label: string;
  columns: DetailColumn<Row>[];
  rows: readonly Row[];
}

/** Lines of a request. They have no address of their own, and stay in their order. */
export function DetailTable<Row>({ label, columns, rows }: DetailTableProps<Row>) {
  const edge = (index: number) =>
    cn(index === 0 && "pl-4", index === columns.length - 1 && "pr-4", columns[index]?.align && "text-right");
  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          {columns.map((column, index) => (
            <TableHead key={column.label} className={edge(index)}>
              {column.label}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay in their order
          <TableRow key={at}>
            {columns.map((column, index) => (
              <TableCell key={column.label} className={edge(index)}>
                {column.cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
