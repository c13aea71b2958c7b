// @ts-check
"use strict";

/**
 * Trying a value: the guard that ships judges the text of a field, and each issue leads to its line and to
 * the row of its property.
 */
(() => {
  const { element, load, page } = schemaloom;

  /** @type {Map<string, { needed: string[], make: MakeGuards, made?: Guards }>} */
  const modules = new Map();
  /** @type {Runtime | undefined} */
  let runtime;

  schemaloom.guards = (module, needed, make) => void modules.set(module, { needed, make });
  schemaloom.runtime = (make) => void (runtime = make());

  /**
   * Loads the guards of a module, and of all that they call.
   *
   * @param {string} module
   * @returns {Promise<void>}
   */
  async function loadGuards(module) {
    if (modules.has(module)) return;
    await load(`guards/${module}.js`);
    const { needed = [] } = modules.get(module) ?? {};
    await Promise.all(needed.map(loadGuards));
  }

  /**
   * The functions of a module, which are made once the first is called.
   *
   * @param {string} module
   * @returns {Guards}
   */
  function from(module) {
    const found = modules.get(module);
    if (found === undefined || runtime === undefined)
      throw new Error(`${module} has not been loaded`);
    return (found.made ??= found.make(runtime, from));
  }

  /**
   * The line of each value of a JSON text, by its JSON Pointer.
   *
   * @param {string} text that `JSON.parse` takes
   */
  function linesOf(text) {
    /** @type {Map<string, number>} */
    const lines = new Map();
    const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g);
    /** @type {{ path: string, index: number | undefined, name: string }[]} */
    const around = [];
    let line = 1;
    let isName = false;
    for (const [token] of tokens) {
      const inner = around.at(-1);
      if (token === "\n") line += 1;
      else if (token === ",") {
        if (inner?.index !== undefined) inner.index += 1;
        isName = inner !== undefined && inner.index === undefined;
      } else if (token === ":") isName = false;
      else if (token === "}" || token === "]") around.pop();
      else if (isName && inner !== undefined) {
        /** @type {unknown} */
        const name = JSON.parse(token);
        inner.name = tokenOf(String(name));
      } else {
        const path = inner === undefined ? "" : `${inner.path}/${inner.index ?? inner.name}`;
        if (!lines.has(path) || inner?.index === undefined) lines.set(path, line);
        if (token === "{" || token === "[") {
          around.push({ path, index: token === "[" ? 0 : undefined, name: "" });
          isName = token === "{";
        }
      }
    }
    return lines;
  }

  /**
   * A name as it stands in a JSON Pointer.
   *
   * @param {string} name
   */
  function tokenOf(name) {
    return name.replaceAll("~", "~0").replaceAll("/", "~1");
  }

  /**
   * The place that an issue speaks of: of a property that is missing, where it would stand.
   *
   * @param {Issue} issue
   */
  function placeOf({ instancePath, params }) {
    const { missingProperty: missing } = params;
    return typeof missing === "string" ? `${instancePath}/${tokenOf(missing)}` : instancePath;
  }

  /**
   * The line that a parser's message names, or the position in it; the last one where it names none.
   *
   * @param {string} text
   * @param {string} message
   */
  function faultyLine(text, message) {
    const line = /line (\d+)/.exec(message)?.[1];
    if (line !== undefined) return Number(line);
    const position = /position (\d+)/.exec(message)?.[1];
    return text.slice(0, position === undefined ? text.length : Number(position)).split("\n")
      .length;
  }

  /** @typedef {{ row: Element, length: number }} Found a row, and how many tokens of the pointer lead to it */

  /**
   * What the path of a row looks like where tokens of a pointer lead to it: names and indexes, behind
   * each what tells one schema of a place from another.
   *
   * @param {string[]} tokens
   */
  function pathPattern(tokens) {
    const note = "(?: \\([^)]*\\))*";
    const steps = tokens.map((token) => {
      const name = token.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
      const item = /^\d+$/.test(token) ? `|\\[${token}?\\]` : "";
      return `(?:\\.(?:${name}|\\*|/.*?/)${item})${note}`;
    });
    return new RegExp(`^${note}${steps.join("")}$`, "s");
  }

  /**
   * The row that says most of a place, among those of one schema.
   *
   * @param {Element} rows
   * @param {string[]} tokens
   * @returns {Found | undefined}
   */
  function rowIn(rows, tokens) {
    const brought = rows.closest(".brought");
    const own = [...rows.querySelectorAll(".row[data-path]")]
      .filter((row) => row.closest(".brought") === brought)
      .map((row) => ({ row, path: row.getAttribute("data-path") ?? "" }));
    for (let length = tokens.length; length > 0; length -= 1) {
      const pattern = pathPattern(tokens.slice(0, length));
      const found = own.find(({ path }) => pattern.test(path.startsWith("[") ? path : `.${path}`));
      if (found !== undefined) return { row: found.row, length };
    }
    return undefined;
  }

  /**
   * The same, with the rows of other schemas that are brought where they say more.
   *
   * @param {Element} rows
   * @param {string[]} tokens
   * @returns {Promise<Found | undefined>}
   */
  async function rowOf(rows, tokens) {
    const found = rowIn(rows, tokens);
    if (found === undefined || found.length === tokens.length) return found;
    const { row, length } = found;
    // The names of a map's members and the indexes of items have no rows.
    const index = tokens.findIndex((token, at) => at >= length && !/^\d+$/.test(token));
    const rests = index === -1 ? [] : [tokens.slice(index), tokens.slice(index + 1)];
    /** @type {Found | undefined} */
    let best;
    for (const reference of row.querySelectorAll("details.reference")) {
      if (reference.closest(".row") !== row) continue;
      await schemaloom.bring?.(/** @type {HTMLDetailsElement} */ (reference));
      const brought = reference.querySelector(".brought");
      for (const rest of brought === null ? [] : rests) {
        const inner = await rowOf(brought ?? row, rest);
        if (inner === undefined) continue;
        const all = tokens.length - rest.length + inner.length;
        if (best === undefined || all > best.length) best = { row: inner.row, length: all };
        break;
      }
    }
    return best ?? found;
  }

  /**
   * @param {Element} schema
   * @param {string} pointer
   */
  async function showRow(schema, pointer) {
    for (const each of document.querySelectorAll(".row.found")) each.classList.remove("found");
    const rows = schema.querySelector(".rows");
    const tokens = pointer
      .split("/")
      .slice(1)
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
    const row = rows === null ? undefined : (await rowOf(rows, tokens))?.row;
    if (row === undefined) return;
    for (let around = row.parentElement; around !== null; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    row.classList.add("found");
    row.scrollIntoView({ block: "center" });
  }

  let count = 0;

  /** @param {HTMLElement} panel */
  async function start(panel) {
    const schema = panel.closest(".schema");
    if (schema === null) return;
    const anchor = schema.getAttribute("data-schema") ?? "";
    const example = schema.querySelector("[data-tab=Example] pre")?.textContent ?? "{}";
    count += 1;
    const id = `value-${String(count)}`;
    const label = element("label", { class: "unseen", for: id }, "A JSON value to judge");
    const numbers = element("div", { class: "numbers", "aria-hidden": "true" });
    const field = element("textarea", { id, spellcheck: "false", wrap: "off" });
    const verdict = element("p", { class: "verdict", role: "status" }, "Loading the guard…");
    const issues = element("ol", { class: "issues" });
    field.value = example;
    const editor = element("div", { class: "editor" }, numbers, field);
    panel.append(element("div", { class: "try" }, label, editor, verdict, issues));
    field.addEventListener("scroll", () => (numbers.scrollTop = field.scrollTop));
    await Promise.all([load("runtime.js"), loadGuards(page)]);
    const guard = from(page).declared[anchor];
    if (guard === undefined || runtime === undefined) return;
    const [accepts, collect] = guard;
    const { rejected } = runtime;
    field.addEventListener("input", judge);
    judge();

    function judge() {
      const text = field.value;
      /** @type {unknown} */
      let value;
      try {
        value = JSON.parse(text);
      } catch (fault) {
        const message = fault instanceof Error ? fault.message : String(fault);
        tell("invalid", `No JSON: ${message}`, [], new Set([faultyLine(text, message)]));
        return;
      }
      const begin = performance.now();
      const isValid = accepts(value);
      const took = performance.now() - begin;
      const time = took < 0.1 ? "under 0.1 ms" : `${took.toFixed(1)} ms`;
      if (isValid) {
        tell("valid", `Valid, judged in ${time}`, [], new Set());
        return;
      }
      const found = rejected(collect, value).issues;
      const lines = linesOf(text);
      const words = found.length === 1 ? "1 issue" : `${String(found.length)} issues`;
      const faulty = found.map(({ instancePath }) => lines.get(instancePath) ?? 1);
      tell(
        "invalid",
        `${words}, judged in ${time}`,
        found.map((issue, index) => itemOf(issue, faulty[index] ?? 1)),
        new Set(faulty),
      );
    }

    /**
     * @param {Issue} issue
     * @param {number} line
     */
    function itemOf(issue, line) {
      const { instancePath, message } = issue;
      const button = element(
        "button",
        { type: "button" },
        element(
          "span",
          { class: "where" },
          `Line ${String(line)}${instancePath === "" ? "" : `, ${instancePath}`}`,
        ),
        ` ${message}`,
      );
      button.addEventListener("click", () => {
        const start =
          field.value
            .split("\n")
            .slice(0, line - 1)
            .join("\n").length + (line > 1 ? 1 : 0);
        const end = field.value.indexOf("\n", start);
        // A selection is kept, and seen, only where the focus is.
        field.focus({ preventScroll: true });
        field.setSelectionRange(start, end === -1 ? field.value.length : end);
        field.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(field).lineHeight));
        if (schema !== null) void showRow(schema, placeOf(issue));
      });
      return element("li", {}, button);
    }

    /**
     * @param {string} kind
     * @param {string} words
     * @param {HTMLLIElement[]} items
     * @param {Set<number>} faulty the lines to mark
     */
    function tell(kind, words, items, faulty) {
      verdict.className = `verdict ${kind}`;
      verdict.textContent = words;
      issues.replaceChildren(...items);
      const total = field.value.split("\n").length;
      numbers.replaceChildren(
        ...Array.from({ length: total }, (_, index) =>
          element("span", faulty.has(index + 1) ? { class: "faulty" } : {}, String(index + 1)),
        ),
      );
      numbers.scrollTop = field.scrollTop;
    }
  }

  for (const panel of document.querySelectorAll("[data-try]")) {
    panel.addEventListener("shown", () => void start(/** @type {HTMLElement} */ (panel)), {
      once: true,
    });
  }
})();
