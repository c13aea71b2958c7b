/** Thrown where a command line asks for what cannot be done, whatever the schemas are. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
