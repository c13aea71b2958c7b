import { packageFile } from "../package-file.ts";

/**
 * The absolute path of the command line with all that it runs as one script, which the build makes.
 */
export const bundlePath = packageFile("dist/bundle/bundled.cjs");
