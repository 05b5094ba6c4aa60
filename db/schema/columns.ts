import { bigint, char, timestamp, uuid } from "drizzle-orm/pg-core";

/** Every tenant table's primary key is (merchant_id, id), so that references cannot cross merchants. */
export const merchantId = () => uuid("merchant_id").notNull();
export const id = () => uuid("id").notNull();
/** Minor units; JavaScript numbers hold them exactly up to 2^53. */
export const minor = (name: string) => bigint(name, { mode: "number" });
export const currency = (name = "currency") => char(name, { length: 3 });
/** Milliseconds, as JavaScript has them: a cursor made from a Date finds exactly the row it came from. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();
