/**
 * The parts of a name between which a line may break: `Transfer`, `Plan`.
 */
export function namePartsOf(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\p{N}_])(?=\p{Lu})/u);
}
