import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from "json-p3";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report, SourceFile } from "../diagnostics/diagnostic.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import type { ParsedFile } from "./parse-file.ts";

/** One step of an overlay (OpenAPI Overlay 1.0.0 §4.4.3). */
export interface OverlayAction {
  readonly target: JSONPathQuery;
  /** What is done to each value that the target selects. */
  readonly change:
    { readonly kind: "update"; readonly value: unknown } | { readonly kind: "remove" };
  /** JSON Pointer of the action in its overlay. */
  readonly pointer: string;
}

/** An OpenAPI Overlay document (OpenAPI Overlay 1.0.0 §4.4.1). */
export interface Overlay {
  readonly file: SourceFile;
  /** The URI reference of the document or folder that it is for; every input, where it has none. */
  readonly extends: string | undefined;
  readonly actions: readonly OverlayAction[];
}

/** Takes a fault of an overlay with the JSON Pointer of its place. */
type ReportFault = (pointer: string, message: string, help: string) => void;

type Fields = Readonly<Record<string, unknown>>;

// RFC 9535 sets no bound to nesting; the one of the library's own is too low for real schemas.
const environment = new JSONPathEnvironment({ maxRecursionDepth: 2000 });

/**
 * Reads an overlay from its parsed file. Every fault in its shape is reported as `overlay-invalid`
 * with its place; the result is then `undefined`.
 */
export function readOverlay({ file, value }: ParsedFile, report: Report): Overlay | undefined {
  const faults: Diagnostic[] = [];
  const overlay = checkOverlay(value, (pointer, message, help) => {
    faults.push(diagnose("overlay-invalid", message, { help, location: { file, pointer } }));
  });
  faults.forEach(report);
  return overlay && faults.length === 0 ? { file, ...overlay } : undefined;
}

function checkOverlay(
  value: unknown,
  reportFault: ReportFault,
): Pick<Overlay, "extends" | "actions"> | undefined {
  if (!isObject(value)) {
    reportFault("", "an overlay is an object", 'it has the fields "overlay", "info" and "actions"');
    return undefined;
  }
  checkFields(value, "", ["overlay", "info", "extends", "actions"], reportFault);
  checkHead(value, reportFault);
  const extended = value["extends"];
  return {
    extends: typeof extended === "string" ? extended : undefined,
    actions: readActions(value["actions"], reportFault),
  };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkFields(
  fields: Fields,
  pointer: string,
  known: readonly string[],
  reportFault: ReportFault,
): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name) || name.startsWith("x-")) continue;
    const help = `the fields here are ${known.join(", ")}, and extensions that start with "x-"`;
    reportFault(appendTokens(pointer, name), `overlays have no field "${name}" here`, help);
  }
}

function checkHead(overlay: Fields, reportFault: ReportFault): void {
  const version = overlay["overlay"];
  if (typeof version !== "string" || !/^1\.0\.\d+$/.test(version)) {
    reportFault("/overlay", "the overlay is not of version 1.0", 'write overlay: "1.0.0"');
  }
  const info = overlay["info"];
  const described =
    isObject(info) && typeof info["title"] === "string" && typeof info["version"] === "string";
  if (!described) {
    reportFault("/info", "the overlay has no title and version", "write info: { title, version }");
  }
  if (Object.hasOwn(overlay, "extends") && typeof overlay["extends"] !== "string") {
    reportFault("/extends", "extends is not a URI reference", "name a file or a folder of inputs");
  }
}

function readActions(actions: unknown, reportFault: ReportFault): OverlayAction[] {
  if (!Array.isArray(actions) || actions.length === 0) {
    reportFault("/actions", "the overlay has no actions", "actions is a list of at least one");
    return [];
  }
  return actions.flatMap((action: unknown, index) => {
    const pointer = appendTokens("/actions", index);
    if (!isObject(action)) {
      reportFault(pointer, "an action is an object", "it has a target, and an update or remove");
      return [];
    }
    checkFields(action, pointer, ["target", "description", "update", "remove"], reportFault);
    const target = readTarget(action["target"], pointer, reportFault);
    const change = readChange(action, pointer, reportFault);
    return target && change ? [{ target, change, pointer }] : [];
  });
}

function readTarget(
  target: unknown,
  action: string,
  reportFault: ReportFault,
): JSONPathQuery | undefined {
  const help = "a target is a JSONPath by RFC 9535, such as $.components.schemas.Pet";
  if (typeof target !== "string") {
    reportFault(appendTokens(action, "target"), "the action has no target", help);
    return undefined;
  }
  try {
    return environment.compile(target);
  } catch (fault) {
    if (!(fault instanceof JSONPathError)) throw fault;
    const message = `target ${target} is no JSONPath: ${fault.message}`;
    reportFault(appendTokens(action, "target"), message, help);
    return undefined;
  }
}

function readChange(
  action: Fields,
  pointer: string,
  reportFault: ReportFault,
): OverlayAction["change"] | undefined {
  const remove = action["remove"] ?? false;
  if (typeof remove !== "boolean") {
    const help = "write remove: true, or leave it out";
    reportFault(appendTokens(pointer, "remove"), "remove is not a boolean", help);
    return undefined;
  }
  if (remove) return { kind: "remove" };
  if (Object.hasOwn(action, "update")) return { kind: "update", value: action["update"] };
  reportFault(pointer, "the action changes nothing", "give it an update, or remove: true");
  return undefined;
}
