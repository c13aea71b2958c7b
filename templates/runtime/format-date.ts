const fullDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a `full-date` (RFC 3339 §5.6) that the calendar has (§5.7). */
export function dateFormat(text: string): boolean {
  return fullDate.test(text) && Number(text.slice(8)) <= daysOfMonth(text);
}

function daysOfMonth(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
