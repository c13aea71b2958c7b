/**
 * A script that hands data to the site, which cannot be fetched where the site is opened as a file.
 *
 * @param call what takes the data: `schemaloom.navigation`
 */
export function dataScript(call: string, ...data: readonly unknown[]): string {
  return `${call}(${data.map((each) => JSON.stringify(each)).join(", ")});\n`;
}
