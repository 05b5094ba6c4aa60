export interface RawRecord {
  /** From 1, without the header. */
  rowNumber: number;
  values: string[];
  /** The record itself cannot be read; the rest of the file can. */
  problem?: { code: string; message: string };
}

export interface RecordBatch {
  columns: string[];
  records: RawRecord[];
}
