import { readFileSync } from "node:fs";
import path from "node:path";
import { MessageChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import { servePages } from "../../generator/docs/parallel/serve-pages.ts";
import { beginMessage, type WorkerAnswer } from "../../generator/docs/parallel/messages.ts";
import { makeShares, openClaims, readyShares } from "../../generator/docs/parallel/shares.ts";
import { openPages, type PageMaterial } from "../../generator/docs/pages.ts";
import { prepare } from "../../generator/prepare.ts";
import { build } from "../../generator/generate.ts";
import { loadTemplates } from "../../generator/render/templates.ts";
import { typeSource } from "../../generator/types/type-source.ts";
import { runCommand } from "../harness/command.ts";
import { optionsFor, writeProject, writeText } from "../harness/project.ts";
import { features } from "../snapshot/features.ts";

/** Schemas of every kind, often enough to be documented in several threads. */
function manySchemas(): Readonly<Record<string, unknown>> {
  const plain = features.filter(({ dialect, customFormats }) => !dialect && !customFormats);
  return Object.fromEntries(
    ["a", "b", "c", "d", "e"].flatMap((copy) =>
      plain.flatMap(({ inputs }, index) =>
        Object.entries(inputs).map(([file, schema]) => [
          `${copy}/feature-${String(index)}/${file}`,
          schema,
        ]),
      ),
    ),
  );
}

function placesOf(share: Iterable<readonly (readonly [number, unknown])[]>): number[] {
  return [...share].flat().map(([index]) => index);
}

async function materialOf(folder: string): Promise<PageMaterial> {
  const options = optionsFor(folder);
  const { model, predicates } = await prepare(options);
  const source = typeSource(model, options.types);
  const wanted = [...model.modules.keys()];
  return { source, outputs: options.outputs, layout: options.docs, predicates, wanted };
}

function typesOf({ source }: PageMaterial): ReadonlyMap<number, string> {
  return new Map([...source.declarations.keys()].map((id) => [id, `type T${String(id)} = 1;`]));
}

test("pages that several threads make are those that one makes, byte by byte", async () => {
  const folder = writeProject(manySchemas());
  writeText(path.join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const made = await build(optionsFor(folder));
  expect(made.manifest.entries.length).toBeGreaterThan(200);
  const { code, stderr } = runCommand(folder, "generate", "schemas", "--quiet");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  for (const [file, text] of made.files) {
    expect(readFileSync(path.join(folder, "generated", file), "utf8"), file).toBe(text);
  }
});

test("what a template cannot render is told once, whoever has come upon it", () => {
  const folder = writeProject(manySchemas());
  writeText(path.join(folder, "templates/docs/page.md.hbs"), "# {{root.name}}\n{{root.nothing}}\n");
  writeText(
    path.join(folder, "schemaloom.config.json"),
    JSON.stringify({ inputs: ["schemas"], templates: "templates" }),
  );
  const { code, stderr } = runCommand(folder, "generate");
  expect(code).toBe(1);
  expect(stderr.match(/"nothing"/g)).toHaveLength(1);
  expect(stderr).toContain("templates/docs/page.md.hbs:2");
});

test("a thread makes of a message what is made without one", async () => {
  const material = await materialOf(writeProject(manySchemas()));
  const types = typesOf(material);
  const make = await openPages(material, { types, scripts: [] }, loadTemplates(undefined));
  const here = [...makeShares(material, openClaims(), readyShares(material, types), make)].flat();
  const { port1, port2 } = new MessageChannel();
  servePages(port2);
  port1.postMessage(beginMessage(material, undefined, openClaims()));
  port1.postMessage({ kind: "types", types, ready: readyShares(material, types) });
  port1.postMessage({ kind: "finish" });
  const there: unknown[] = [];
  await new Promise<void>((resolve) => {
    port1.on("message", (answer: WorkerAnswer) => {
      if (answer.kind === "finished") resolve();
      else there.push(...answer.share);
    });
  });
  port1.close();
  expect(there).toEqual(here);
});

test("each share is made by one thread alone, and not before its types are known", async () => {
  const material = await materialOf(writeProject(manySchemas()));
  const types = typesOf(material);
  const all = readyShares(material, types);
  const claims = openClaims();
  const first = makeShares(material, claims, all, () => ({}));
  const second = makeShares(material, claims, all, () => ({}));
  const begun = [
    ...(first.next().value as [number, unknown][]),
    ...(second.next().value as [number, unknown][]),
  ];
  const made = [...begun.map(([index]) => index), ...placesOf(second), ...placesOf(first)];
  expect(made.toSorted((a, b) => a - b)).toEqual(material.wanted);
  const last = material.source.modules.at(-1)?.declarations[0]?.node ?? 0;
  const fewer = new Map([...types].filter(([node]) => node !== last));
  expect(readyShares(material, fewer)).toBe(Math.floor((material.wanted.length - 1) / 8));
});
