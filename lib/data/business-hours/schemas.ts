import { z } from "zod";
import { minutesOfClock } from "@/lib/core/clock-time";
import { daysBetween } from "@/lib/core/dates";
import type { BusinessHours } from "@/lib/intelligence/service-time";

const MAX_PERIODS = 6;
const MAX_SPECIAL = 200;
const MAX_SPECIAL_DAYS = 366;
export const NAME_LENGTH = 60;

const clock = z
  .string()
  .refine((text) => minutesOfClock(text) !== null, "Write a time such as 09:00; the end of a day is 24:00.");

const minutes = (text: string) => minutesOfClock(text) ?? 0;

export const periodSchema = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => minutes(from) < minutes(to), {
    path: ["to"],
    message:
      "The end must be after the start. Hours over midnight are two periods: until 24:00 and from 00:00.",
  });
export type PeriodDto = z.infer<typeof periodSchema>;

const periods = z
  .array(periodSchema)
  .max(MAX_PERIODS, `A day has at most ${MAX_PERIODS} periods.`)
  .refine((list) => {
    const inOrder = list.toSorted((one, other) => minutes(one.from) - minutes(other.from));
    return inOrder.every((one, i) => i === 0 || minutes(inOrder[i - 1]!.to) <= minutes(one.from));
  }, "Two periods of this day overlap.");

const day = z.iso.date("Write a day of the calendar as YYYY-MM-DD.");

const specialDaysSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, "Give it a name.")
      .max(NAME_LENGTH)
      .refine(
        (text) => !text.includes("\0") && text.isWellFormed(),
        "This text holds a character that cannot be stored.",
      ),
    from: day,
    to: day,
    periods,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day is before the first." })
  .refine(({ from, to }) => daysBetween(from, to) < MAX_SPECIAL_DAYS, {
    path: ["to"],
    message: "A year at most.",
  });
export type SpecialDaysDto = z.infer<typeof specialDaysSchema>;

export const setBusinessHoursInput = z.object({
  /** Seven days, Monday first. A day without periods is closed. */
  week: z.array(periods).length(7, "A week has seven days."),
  special: z
    .array(specialDaysSchema)
    .max(MAX_SPECIAL)
    .superRefine((list, context) => {
      const inOrder = list
        .map((days, index) => ({ ...days, index }))
        .sort((one, other) => one.from.localeCompare(other.from));
      for (const [i, { from, index }] of inOrder.entries())
        if (i > 0 && from <= inOrder[i - 1]!.to)
          context.addIssue({
            code: "custom",
            path: [index, "from"],
            message: `This is within “${inOrder[i - 1]!.name}” already.`,
          });
    }),
});
export type SetBusinessHoursInput = z.input<typeof setBusinessHoursInput>;

export const businessHoursDto = z
  .object({
    /** False while the shop has not said: it then counts as always open. */
    isSet: z.boolean(),
    timeZone: z.string(),
    week: z.array(z.array(periodSchema)),
    special: z.array(specialDaysSchema),
    isOpen: z.boolean(),
    /** Null while it is open, and where it never opens again. */
    nextOpening: z.string().nullable(),
  })
  .meta({ id: "BusinessHours" });
export type BusinessHoursDto = z.infer<typeof businessHoursDto>;

/** The same hours as the functions of time take them. */
export function toBusinessHours({ timeZone, week, special }: BusinessHoursDto): BusinessHours {
  const read = (list: readonly PeriodDto[]) =>
    list.map(({ from, to }) => ({ fromMinute: minutes(from), toMinute: minutes(to) }));
  return {
    timeZone,
    week: week.map(read),
    special: special.map(({ from, to, periods }) => ({ from, to, periods: read(periods) })),
  };
}
