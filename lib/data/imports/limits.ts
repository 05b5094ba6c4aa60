/** A file larger than this is refused while it is being uploaded. */
export const MAX_FILE_BYTES = 1024 ** 3;
/** What a compressed file may grow to; a bomb ends here instead of running for hours. */
export const MAX_TEXT_CHARACTERS = 8 * 1024 ** 3;
/** Longest record: a missing closing quote is noticed here instead of swallowing the rest of the file. */
export const MAX_RECORD_CHARACTERS = 1024 ** 2;
export const MAX_COLUMNS = 512;
/** Longest external id, sku or number, and longest other text. */
export const MAX_KEY_CHARACTERS = 128;
export const MAX_TEXT_CELL_CHARACTERS = 1000;
/** Records that are checked and handed to the database at a time. */
export const BATCH_RECORDS = 4000;
/** Text that is looked at to tell the format. */
export const HEAD_CHARACTERS = 64 * 1024;
export const MAX_BATCH_CHARACTERS = 4 * 1024 ** 2;
