const durationOfUnits =
  /^P(?:\d+W|(?!$)(?:\d+Y(?!\d+D))?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H(?!\d+S))?(?:\d+M)?(?:\d+S)?)?)$/i;

/**
 * Whether a text is a `duration` (RFC 3339 Appendix A): weeks alone, or units that leave no unit
 * out between them. As everywhere in ABNF, the letters stand in either case (RFC 5234 §2.3).
 */
export function durationFormat(text: string): boolean {
  return durationOfUnits.test(text);
}
