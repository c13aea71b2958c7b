import { fileURLToPath } from "node:url";

/** The folder of the templates that the package brings. */
export const ownTemplates = fileURLToPath(new URL("../../templates/", import.meta.url));
