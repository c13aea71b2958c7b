/** The dialects that inputs may be written in. */
export const dialectNames = [
  "draft-04",
  "draft-06",
  "draft-07",
  "2019-09",
  "2020-12",
  "openapi-3.0",
  "openapi-3.1",
  "openapi-3.2",
] as const;

export type DialectName = (typeof dialectNames)[number];
