export {
  type BusinessHours,
  MINUTES_PER_DAY,
  type Period,
  type SpecialDays,
} from "./business-hours";
export {
  afterBusinessMinutes,
  afterBusinessMs,
  businessMsBetween,
  isOpenAt,
  nextOpening,
} from "./business-time";
export { type Clock, dueAt, NEW_CLOCK, startClock, stopClock, type TimeCount } from "./clocks";
