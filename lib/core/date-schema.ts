import { z } from "zod";
import { isTimeZone } from "./dates";

/** An instant as ISO 8601 with an offset; stored and returned in UTC. */
export const instantSchema = z.iso.datetime({ offset: true });

export const timeZoneSchema = z.string().refine(isTimeZone, "Use an IANA time zone, such as Asia/Shanghai.");
