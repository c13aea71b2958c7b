import { dateFormat } from "./format-date.ts";
import { timeFormat } from "./format-time.ts";

const leapSecondOfDateTime = /:60(?:\.\d+)?(?=[Zz+-])/;

/**
 * Whether a text is a `date-time` (RFC 3339 §5.6). A leap second ends a month of UTC (§5.7).
 */
export function dateTimeFormat(text: string): boolean {
  const separator = text.charAt(10);
  if (separator !== "T" && separator !== "t") return false;
  if (!dateFormat(text.slice(0, 10)) || !timeFormat(text.slice(11))) return false;
  const secondBefore = text.replace(leapSecondOfDateTime, ":59");
  return secondBefore === text || endsMonth(Date.parse(secondBefore.toUpperCase()));
}

function endsMonth(lastSecond: number): boolean {
  return new Date(lastSecond + 1000).getUTCDate() === 1;
}
