import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../harness/project.ts";

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(repository, file), "utf8"));
}

const own = readJson("package.json") as PackageFile;
const lock = readJson("package-lock.json") as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(lock.packages).filter(([place]) => place !== "");

describe("the dependencies", () => {
  test("have exact versions, which are those of the lock", () => {
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      const [, exact] = /^(?:npm:[^@]+@)?(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(version) ?? [];
      expect(exact, name).toBeDefined();
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(exact);
    }
  });

  test("are locked by hashes, from no host in particular", () => {
    const loose = locked.filter(
      ([, { integrity = "", resolved, inBundle }]) =>
        resolved !== undefined || !(inBundle === true || integrity.startsWith("sha512-")),
    );
    expect(loose.map(([place]) => place)).toEqual([]);
  });

  test("run nothing when they are installed, but for esbuild, which is only a peer and may not", () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.map(([place]) => place)).toEqual(["node_modules/esbuild"]);
    expect(own.dependencies).not.toHaveProperty("esbuild");
    expect(own.allowScripts).toEqual({ esbuild: false });
  });
});

describe("the package", () => {
  test("runs nothing when it is installed", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];
    expect(Object.keys(own.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  test("is published with its provenance", () => {
    expect(own.publishConfig).toEqual({ access: "public", provenance: true });
  });

  test("holds what is built and what that reads, and nothing else", () => {
    const words = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const [packed] = JSON.parse(
      execFileSync("npm", words, { cwd: repository, encoding: "utf8", stdio: "pipe" }),
    ) as [{ readonly files: readonly { readonly path: string }[] }];
    const others = packed.files
      .map((file) => file.path)
      .filter((file) => !/^(?:dist|templates|generator\/dialects\/meta-schemas)\//.test(file));
    expect(others.sort()).toEqual([
      "CHANGELOG.md",
      "DIAGNOSTICS.md",
      "LICENSE",
      "README.md",
      "config.schema.json",
      "generator/API.md",
      "package.json",
    ]);
  });
});
