import path from "node:path";
import { repository, writeText } from "../harness/project.ts";

/** A package of a made monorepo. */
export interface MadePackage {
  readonly name: string;
  /** The names of the packages whose schemas its own refer to. */
  readonly dependencies: readonly string[];
}

const bin = path.join(repository, "dist/cli/bin.js");

/** How many packages there are in a row, each of which refers to one of the row before. */
const rowLength = 8;

/**
 * Names packages, in rows: each refers to the package above it in the row before, and every fourth to
 * its neighbour too. So a change in the first row reaches a part of each row below.
 */
export function madePackages(amount: number): readonly MadePackage[] {
  return Array.from({ length: amount }, (_, index) => {
    const above = index - rowLength;
    const beside = index % 4 === 3 ? above - 1 : -1;
    return {
      name: nameOf(index),
      dependencies: [above, beside].filter((each) => each >= 0).map(nameOf),
    };
  });
}

function nameOf(index: number): string {
  return `schemas-${String(index).padStart(2, "0")}`;
}

/**
 * Those of some packages that depend on one, over others too, and itself; sorted.
 */
export function dependents(packages: readonly MadePackage[], name: string): readonly string[] {
  const reached = new Set([name]);
  // Packages stand behind those that they depend on.
  for (const each of packages) {
    if (each.dependencies.some((dependency) => reached.has(dependency))) reached.add(each.name);
  }
  return [...reached].sort();
}

/**
 * Writes a monorepo of npm workspaces into a folder: packages with schemas and a config, and the files
 * of Turborepo and Nx that declare what the script `generate` reads and writes.
 */
export function writeMonorepo(folder: string, packages: readonly MadePackage[]): void {
  for (const made of packages) writePackage(path.join(folder, "packages", made.name), made);
  writeJson(folder, "package.json", {
    name: "made-monorepo",
    private: true,
    packageManager: "npm@10.0.0",
    workspaces: ["packages/*"],
  });
  writeJson(folder, "package-lock.json", {
    name: "made-monorepo",
    lockfileVersion: 3,
    packages: {},
  });
  writeJson(folder, "turbo.json", turboConfig);
  writeJson(folder, "nx.json", nxConfig);
  writeText(path.join(folder, ".gitignore"), "node_modules\n.turbo\n.nx\ngenerated\n");
}

/** What `generate` depends on: the README tells the same. */
const turboConfig = {
  $schema: "./node_modules/turbo/schema.json",
  tasks: {
    generate: {
      dependsOn: ["^generate"],
      inputs: ["schemas/**", "schemaloom.config.*"],
      outputs: ["generated/**"],
    },
  },
} as const;

/** Likewise. The package itself is no dependency here, which `externalDependencies` would name. */
const nxConfig = {
  namedInputs: {
    schemas: ["{projectRoot}/schemas/**", "{projectRoot}/schemaloom.config.*"],
  },
  targetDefaults: {
    generate: {
      cache: true,
      dependsOn: ["^generate"],
      inputs: ["schemas", "^schemas", { externalDependencies: [] }],
      outputs: ["{projectRoot}/generated"],
    },
  },
} as const;

function writePackage(folder: string, { name, dependencies }: MadePackage): void {
  const properties = Object.fromEntries(
    dependencies.map((each) => [each, { $ref: `https://made.example/${each}/schemas/thing.json` }]),
  );
  writeJson(folder, "package.json", {
    name,
    version: "1.0.0",
    dependencies: Object.fromEntries(dependencies.map((each) => [each, "*"])),
    scripts: { generate: `node ${JSON.stringify(bin)} generate` },
  });
  writeJson(folder, "schemaloom.config.json", {
    inputs: ["schemas"],
    outputs: ["types", "guards"],
    map: { "https://made.example/": ".." },
  });
  writeJson(folder, "schemas/thing.json", {
    description: `A thing of ${name}.`,
    type: "object",
    properties: { name: { type: "string" }, ...properties },
    required: ["name"],
  });
}

function writeJson(folder: string, file: string, value: unknown): void {
  writeText(path.join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
}
