/**
 * A script that hands data to the site, which cannot be fetched where the site is opened as a file.
 *
 * @param call what takes the data: `schemaloom.navigation`
 */
export function dataScript(call: string, ...data: readonly unknown[]): string {
  return `${call}(${data.map((each) => JSON.stringify(each)).join(", ")});\n`;
}

/**
 * The data that a script hands to the site by one value.
 *
 * @param text what {@link dataScript} gives
 */
export function readDataScript(call: string, text: string): unknown {
  return JSON.parse(text.slice(call.length + 1, text.lastIndexOf(")")));
}
