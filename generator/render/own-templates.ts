import { packageFile } from "../package-file.ts";

/** The folder of the templates that the package brings. */
export const ownTemplates = packageFile("templates");
