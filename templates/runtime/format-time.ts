const fullTime =
  /^([01]\d|2[0-3]):([0-5]\d):(?:[0-5]\d|(60))(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Whether a text is a `full-time` (RFC 3339 §5.6). The second 60 is a leap second, which is there
 * only at 23:59 UTC (§5.7).
 */
export function timeFormat(text: string): boolean {
  const match = fullTime.exec(text);
  if (match === null) return false;
  const [, hour, minute, leapSecond, sign, offsetHour = 0, offsetMinute = 0] = match;
  if (leapSecond === undefined) return true;
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  const utcMinute = Number(hour) * 60 + Number(minute) + (sign === "-" ? offset : -offset);
  return (utcMinute + 1) % 1440 === 0;
}
