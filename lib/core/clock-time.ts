/** Minutes of a day from `HH:MM`, where 24:00 is the day's end; null for what is no time. */
export function minutesOfClock(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  const isTime = match !== null && minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return isTime ? hours * 60 + minutes : null;
}

export function clockOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
