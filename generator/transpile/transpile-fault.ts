/** Says why a module cannot be parted into JavaScript and declarations. */
export class TranspileFault extends Error {
  override readonly name = "TranspileFault";
}
