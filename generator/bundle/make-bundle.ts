import { build, type Plugin } from "esbuild";
import { packageFile } from "../package-file.ts";
import { bundlePath } from "./bundle-path.ts";

/**
 * json-schema-to-typescript formats by prettier what it is not told to leave as it is, which it is told
 * here; so prettier, which takes longer to load than the rest, need not be there.
 */
const withoutFormatter: Plugin = {
  name: "without-formatter",
  setup: (bundle) => {
    bundle.onResolve({ filter: /^prettier$/ }, ({ importer }) =>
      importer.includes("json-schema-to-typescript")
        ? { path: "prettier", namespace: "without-formatter" }
        : { path: "prettier", external: true },
    );
    bundle.onLoad({ filter: /.*/, namespace: "without-formatter" }, () => ({
      contents: 'exports.format = () => { throw new Error("types are not formatted here"); };',
      loader: "js",
    }));
  },
};

// What is not on the way of most runs stays outside, and so does what is to be the user's own.
await build({
  entryPoints: [packageFile("dist/bundle/bundled.js")],
  outfile: bundlePath,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // A script that is run as the bundle is has no `import` of its own.
  supported: { "dynamic-import": false },
  external: ["jiti", "prettier/plugins/*", "recheck"],
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  define: {
    "import.meta.url": "bundleUrl",
    // The crawler of references asks for it, and Node.js loads all of `fetch` to answer.
    Headers: "undefined",
  },
  plugins: [withoutFormatter],
  logLevel: "warning",
});
