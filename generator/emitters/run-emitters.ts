import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { SchemaModule } from "../model/model.ts";
import { compareCodeUnits } from "../text/order.ts";
import { isPathInside } from "../write/output-path.ts";
import type { EmittedFile, EmittedFiles, Emitter } from "./emitter.ts";
import { moduleViews, type ViewSource } from "./module-view.ts";
import { pathClashes, sharedNames } from "./path-clashes.ts";

/** A file, and the emitter that makes it. */
export interface MadeFile extends EmittedFile {
  readonly emitter: string;
  /** The input that it is made of; absent where it is made of all. */
  readonly of?: { readonly source: string; readonly pointer: string };
}

/** What emitters have made. */
export interface EmitterOutput {
  /** Sorted by path. */
  readonly files: readonly MadeFile[];
  /** By the paths of modules, what is made of each by itself. */
  readonly ofModules: ReadonlyMap<string, readonly MadeFile[]>;
}

/** What emitters work beside. */
export interface EmitterSurroundings {
  /** The paths of the files that the output has without them. */
  readonly taken: Iterable<string>;
  /** What was made of a module before, from the same; `undefined` where that is to be made. */
  readonly reuse?: (module: SchemaModule) => readonly MadeFile[] | undefined;
}

/**
 * Asks every emitter for its files.
 *
 * @throws DiagnosticsError (`emitter-failed`, `emitter-clash`) with all that is wrong with them
 */
export async function runEmitters(
  emitters: readonly Emitter[],
  source: ViewSource,
  { taken, reuse }: EmitterSurroundings,
): Promise<EmitterOutput> {
  const { modules } = source.model;
  const faults: Diagnostic[] = [...sharedNames(emitters)];
  const viewOf = moduleViews(source);
  const ask = async (
    emitter: Emitter,
    question: () => EmittedFiles | undefined,
    module?: SchemaModule,
  ) => {
    try {
      return checkFiles(await question());
    } catch (fault) {
      faults.push(emitterFailure(emitter, fault, module));
      return [];
    }
  };

  const ofModules = new Map<string, readonly MadeFile[]>();
  for (const module of modules) {
    const known = reuse?.(module);
    const made: MadeFile[] = [];
    for (const emitter of known === undefined ? emitters : []) {
      if (emitter.emitModule === undefined) continue;
      const given = await ask(emitter, () => emitter.emitModule?.(viewOf(module)), module);
      const { document, pointer } = module.location;
      const of = { source: document.source, pointer };
      made.push(...given.map((file) => ({ ...file, emitter: emitter.name, of })));
    }
    ofModules.set(module.path, known ?? made);
  }
  const files = [...ofModules.values()].flat();
  for (const emitter of emitters) {
    if (emitter.emitAll === undefined) continue;
    const given = await ask(emitter, () => emitter.emitAll?.(modules.map(viewOf)));
    files.push(...given.map((file) => ({ ...file, emitter: emitter.name })));
  }

  faults.push(...pathClashes(files, taken));
  if (faults.length > 0) throw new DiagnosticsError(faults);
  return { files: files.sort((a, b) => compareCodeUnits(a.path, b.path)), ofModules };
}

/** Thrown where what an emitter gives cannot be written. */
class AnswerFault extends Error {}

/** An emitter may be JavaScript, whose types nobody has checked. */
function checkFiles(given: unknown): EmittedFile[] {
  if (!Array.isArray(given)) throw new AnswerFault("it gave no list of files");
  return given.map((file: unknown) => {
    const { path, content } = (file ?? {}) as Record<string, unknown>;
    if (typeof path !== "string" || typeof content !== "string") {
      throw new AnswerFault("it gave a file without a path or a content that is text");
    }
    if (!isPathInside(path)) {
      throw new AnswerFault(
        `it gave a file the path "${path}", which is none below the output folder with POSIX slashes`,
      );
    }
    return { path, content };
  });
}

function emitterFailure({ name }: Emitter, fault: unknown, module?: SchemaModule): Diagnostic {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const [line = ""] = reason.split("\n", 1);
  return diagnose("emitter-failed", `The emitter "${name}" failed: ${line}`, {
    help: `mend the emitter${frameWords(fault)}, or take it out of \`emitters\` of the config`,
    ...(module && {
      location: { file: module.location.document, pointer: module.location.pointer },
    }),
  });
}

/** The place in the code of the emitter where it threw, where its stack tells that. */
function frameWords(fault: unknown): string {
  if (!(fault instanceof Error) || fault instanceof AnswerFault) return "";
  const [, frame = ""] = (fault.stack ?? "").split(/\n\s+at /);
  const place = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*:\d+:\d+)\)?$/.exec(frame)?.[1];
  return place === undefined ? "" : ` at ${place.replace(/^file:\/\//, "")}`;
}
