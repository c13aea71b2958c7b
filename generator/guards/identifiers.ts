import { camelCase, snakeCase, splitByCase } from "scule";

/** Words that no variable of ours may have for a name: reserved ones and the globals that we use. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval " +
    "export extends false finally for function if implements import in instanceof interface let new " +
    "null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield async of own path schemaPath issues value deepEqual report " +
    "check rejected hasOwn ownProperties propertyCount uniqueItems pointerToken pointerTokens standardSchema multipleOf any unknown never object"
  ).split(" "),
);

/** What functions of a module are called, own or imported: a variable never looks like one. */
const functionName =
  /^(?:is|collect|validate|assert|matches|inspect|report|at|holds|typeIs)[A-Z]|Format$/;

/** Hands out names within one block, function or module, each only once. */
export interface NameAllocator {
  /** A name for what is called `wanted`, given in any form. */
  allocate(wanted: string): string;
  /** Takes back a name that came to no use. */
  release(name: string): void;
  /** An allocator for a block inside, whose names are free again behind it. */
  nested(): NameAllocator;
}

/**
 * Makes an allocator of variable names for one function: camel case, never a reserved word, never
 * the name of a function of the module or of the runtime.
 *
 * @param parameter the function's own
 */
export function variableNames(parameter: string): NameAllocator {
  return allocator(
    (wanted) => {
      const name = identifierPart(camelCase(words(wanted), { normalize: true }), "property");
      return reservedWords.has(name) || functionName.test(name) ? `${name}Value` : name;
    },
    new Set([parameter]),
  );
}

/**
 * Makes an allocator of constant names for one module: upper case, so that no variable shadows one.
 *
 * @param taken names that it must not give
 */
export function constantNames(taken: ReadonlySet<string>): NameAllocator {
  return allocator(
    (wanted) => identifierPart(snakeCase(words(wanted)).toUpperCase(), "CONSTANT"),
    taken,
  );
}

/**
 * Makes an allocator for the private functions of one module: `matches…` for those that tell whether
 * a value passes, `inspect…` for those that collect its issues.
 */
export function privateFunctionNames(prefix: "matches" | "inspect"): NameAllocator {
  return allocator((wanted) => {
    const name = identifierPart(camelCase(words(wanted)), "value");
    return `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  });
}

function words(text: string): string[] {
  return text.split(/[^A-Za-z0-9]+/).flatMap((part) => splitByCase(part));
}

function identifierPart(text: string, fallback: string): string {
  const cleaned = text.replaceAll(/[^A-Za-z0-9_]/g, "");
  if (cleaned === "" || cleaned === "_") return fallback;
  return /^\d/.test(cleaned) ? `${fallback}${cleaned}` : cleaned;
}

function allocator(
  normalize: (wanted: string) => string,
  reserved: ReadonlySet<string> = new Set(),
): NameAllocator {
  const taken = new Set(reserved);
  return {
    allocate(wanted) {
      const base = normalize(wanted);
      const stem = /\d$/.test(base) ? `${base}_` : base;
      let name = base;
      for (let suffix = 2; taken.has(name); suffix += 1) name = `${stem}${String(suffix)}`;
      taken.add(name);
      return name;
    },
    release(name) {
      taken.delete(name);
    },
    nested() {
      return allocator(normalize, taken);
    },
  };
}
