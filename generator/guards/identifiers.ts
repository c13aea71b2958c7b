/** Words that no variable of ours may have for a name: reserved ones and the globals that we use. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval " +
    "export extends false finally for function if implements import in instanceof interface let new " +
    "null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield async of own path schemaPath issues value depth deepEqual report " +
    "check rejected hasOwn ownProperties propertyCount uniqueItems uniqueScalars pointerToken pointerTokens standardSchema multipleOf any unknown never object"
  ).split(" "),
);

/** What functions of a module are called, own or imported: a variable never looks like one. */
const functionName =
  /^(?:is|nested|collect|validate|assert|matches|inspect|report|at|holds|typeIs)[A-Z]|Format$/;

/** Names that are given already: a set of them, or what has given them. */
type TakenNames = Pick<ReadonlySet<string>, "has">;

/** Hands out names within one block, function or module, each only once. */
export class NameAllocator {
  private readonly normalize: (wanted: string) => string;
  private readonly outer: TakenNames;
  /** Most blocks give none. */
  private given: Set<string> | undefined;

  /** @param outer the names that it must not give, those of the allocator around it among them */
  constructor(normalize: (wanted: string) => string, outer: TakenNames) {
    this.normalize = normalize;
    this.outer = outer;
  }

  /** Whether a name is given. */
  has(name: string): boolean {
    return this.given?.has(name) === true || this.outer.has(name);
  }

  /** A name for what is called `wanted`, given in any form. */
  allocate(wanted: string): string {
    const base = this.normalize(wanted);
    const name = this.has(base) ? this.numbered(base) : base;
    this.given ??= new Set();
    this.given.add(name);
    return name;
  }

  private numbered(base: string): string {
    const stem = startsWithDigit(base.slice(-1)) ? `${base}_` : base;
    let suffix = 2;
    while (this.has(`${stem}${suffix}`)) suffix += 1;
    return `${stem}${suffix}`;
  }

  /** Takes back a name that came to no use. */
  release(name: string): void {
    this.given?.delete(name);
  }

  /** An allocator for a block inside, whose names are free again behind it. */
  nested(): NameAllocator {
    return new NameAllocator(this.normalize, this);
  }
}

/**
 * Makes an allocator of variable names for one function: camel case, never a reserved word, never
 * the name of a function of the module or of the runtime.
 *
 * @param parameter the function's own
 */
export function variableNames(parameter: string): NameAllocator {
  return new NameAllocator(variableName, new Set([parameter]));
}

function variableName(wanted: string): string {
  const name = identifierPart(camelCase(words(wanted)), "property");
  return reservedWords.has(name) || functionName.test(name) ? `${name}Value` : name;
}

/**
 * Makes an allocator of constant names for one module: upper case, so that no variable shadows one.
 *
 * @param taken names that it must not give
 */
export function constantNames(taken: ReadonlySet<string>): NameAllocator {
  return new NameAllocator(
    (wanted) => identifierPart(words(wanted).join("_").toUpperCase(), "CONSTANT"),
    taken,
  );
}

/**
 * Makes an allocator for the private functions of one module: `matches…` for those that tell whether
 * a value passes, `inspect…` for those that collect its issues.
 */
export function privateFunctionNames(prefix: "matches" | "inspect"): NameAllocator {
  return new NameAllocator(
    (wanted) =>
      prefix + upperFirst(identifierPart(words(wanted).map(upperFirst).join(""), "value")),
    new Set(),
  );
}

/** The words of a text, at every change from lower case to upper, and before the last of capitals. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  let before: CharacterKind = "other";
  for (let index = 0; index <= text.length; index += 1) {
    const kind = kindOf(text.charCodeAt(index));
    const startsWord = before === "lower" && kind === "upper";
    const follows = before === "upper" && kind === "lower" && index - start > 1;
    if (kind === "other" || startsWord || follows) {
      const end = follows ? index - 1 : index;
      if (end > start) found.push(text.slice(start, end));
      start = kind === "other" ? index + 1 : end;
    }
    before = kind;
  }
  return found;
}

type CharacterKind = "lower" | "upper" | "digit" | "other";

/** @param code that of a character, NaN behind the last */
function kindOf(code: number): CharacterKind {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 48 && code <= 57 ? "digit" : "other";
}

function camelCase([first = "", ...others]: readonly string[]): string {
  return others.reduce((name, word) => name + upperFirst(word.toLowerCase()), first.toLowerCase());
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function identifierPart(cleaned: string, fallback: string): string {
  if (cleaned === "") return fallback;
  return startsWithDigit(cleaned) ? `${fallback}${cleaned}` : cleaned;
}

function startsWithDigit(text: string): boolean {
  return kindOf(text.charCodeAt(0)) === "digit";
}
