/** How a command tells what it found. */
export interface ReportMode {
  /** As JSON on stdout, the diagnostics in it. */
  readonly json?: boolean;
  /** Only what is to be mended. */
  readonly quiet?: boolean;
  /** Whether to write annotations in GitHub Actions; it does unless told otherwise. */
  readonly annotations?: boolean;
}
