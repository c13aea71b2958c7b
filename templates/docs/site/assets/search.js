// @ts-check
"use strict";

/**
 * The search: a list of hits below the field of each page, and a page of all of them. What it goes
 * through is loaded once somebody comes to the field.
 */
(() => {
  const { address, breakable, element, load } = schemaloom;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".search"));
  const field = /** @type {HTMLInputElement | null} */ (form?.querySelector("input") ?? null);
  if (form === null || field === null) return;

  /** How many hits stand below the field, and on the page of hits. */
  const fewest = 12;
  const most = 200;

  /**
   * @typedef {[path: string, anchor: string, text: number, values: string[]]} Property
   * @typedef {[name: string, anchor: string, text: number, values: string[], properties: Property[]]} Schema
   * @typedef {{ texts: string[], modules: [module: string, schemas: Schema[]][] }} Index
   * @typedef {{ name: string, kind: string, text: string, target: string }} Hit
   * @typedef {{ words: string[], hits: Hit[] }} Tier
   */

  /** @type {Tier[]} */
  let tiers = [];
  /** @type {Promise<void> | undefined} */
  let opening;

  function open() {
    return (opening ??= Promise.all([load("find.js"), load("search-index.js")]).then(
      () => undefined,
    ));
  }

  schemaloom.searchIndex = (data) => {
    const { texts, modules } = /** @type {Index} */ (data);
    /** @type {Tier} */
    const names = { words: [], hits: [] };
    /** @type {Tier} */
    const properties = { words: [], hits: [] };
    /** @type {Tier} */
    const values = { words: [], hits: [] };
    /** @type {Tier} */
    const prose = { words: [], hits: [] };
    /**
     * @param {Tier} tier
     * @param {string} word
     * @param {Hit} hit
     */
    const add = (tier, word, hit) => {
      tier.words.push(word);
      tier.hits.push(hit);
    };
    for (const [module, schemas] of modules) {
      for (const [name, anchor, text, listed, rows] of schemas) {
        const hit = {
          name,
          kind: "schema",
          text: texts[text] ?? "",
          target: address(module, anchor),
        };
        add(names, name, hit);
        if (hit.text !== "") add(prose, hit.text, hit);
        for (const value of listed) add(values, value, { ...hit, kind: `value ${value}` });
        for (const [path, own, said, chosen] of rows) {
          const row = {
            name: path,
            kind: `in ${name}`,
            text: texts[said] ?? "",
            target: address(module, own),
          };
          add(properties, path, row);
          if (row.text !== "") add(prose, row.text, row);
          for (const value of chosen) {
            add(values, value, { ...row, kind: `value ${value} in ${name}` });
          }
        }
      }
    }
    tiers = [names, properties, values, prose];
  };

  /** @type {uFuzzy | undefined} */
  let plain;
  /** @type {uFuzzy | undefined} */
  let unicode;

  /** @param {string} text */
  function finder(text) {
    if (/^[ -~]*$/.test(text)) return (plain ??= new uFuzzy());
    return (unicode ??= new uFuzzy({
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: "\\p{Ll}\\p{Lu}",
      intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
    }));
  }

  /**
   * The hits of a search: what is called exactly so, then other names, properties, values and prose.
   *
   * @param {string} text
   * @param {number} limit
   */
  function find(text, limit) {
    const sought = text.trim();
    /** @type {Map<string, Hit>} */
    const found = new Map();
    if (sought === "") return [];
    const small = sought.toLowerCase();
    for (const { words, hits } of tiers) {
      for (const isEqual of [
        (/** @type {string} */ word) => word === sought,
        (/** @type {string} */ word) => word.toLowerCase() === small,
      ]) {
        words.forEach((word, index) => {
          if (isEqual(word)) keep(hits[index]);
        });
      }
      const [places, info, order] = finder(sought).search(words, sought, 1, 1000);
      if (places === null) continue;
      const sorted = info === null ? places : order.flatMap((each) => info.idx[each] ?? []);
      for (const index of sorted) {
        if (found.size >= limit) break;
        keep(hits[index]);
      }
    }
    return [...found.values()].slice(0, limit);

    /** @param {Hit | undefined} hit */
    function keep(hit) {
      if (hit !== undefined && !found.has(hit.target)) found.set(hit.target, hit);
    }
  }

  /** @param {Hit} hit */
  function hitParts({ name, kind, text }) {
    return [
      element("span", { class: "hit-name" }, ...breakable(name)),
      element("span", { class: "hit-kind" }, kind),
      ...(text === "" ? [] : [element("span", { class: "hit-text" }, text)]),
    ];
  }

  const list = element("div", { class: "hits", id: "hits", role: "listbox", "aria-label": "Hits" });
  const count = element("p", { class: "unseen", "aria-live": "polite" });
  list.hidden = true;
  form.append(list, count);
  form.hidden = false;
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
  })) {
    field.setAttribute(name, value);
  }

  /** @type {Hit[]} */
  let shown = [];
  let chosen = -1;

  function close() {
    list.hidden = true;
    choose(-1);
    field?.setAttribute("aria-expanded", "false");
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    [...list.querySelectorAll("[role=option]")].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === index));
      if (at === index) option.scrollIntoView({ block: "nearest" });
    });
    if (index === -1) field?.removeAttribute("aria-activedescendant");
    else field?.setAttribute("aria-activedescendant", `hit-${String(index)}`);
  }

  function show() {
    const text = field?.value ?? "";
    if (text.trim() === "") {
      close();
      return;
    }
    shown = find(text, fewest);
    list.replaceChildren(
      ...shown.map((hit, index) =>
        element(
          "div",
          { role: "option", id: `hit-${String(index)}`, "aria-selected": "false" },
          ...hitParts(hit),
        ),
      ),
    );
    count.textContent = shown.length === 0 ? "Nothing found" : `${String(shown.length)} hits`;
    if (shown.length === 0) {
      list.append(
        element("div", { role: "option", "aria-disabled": "true", class: "none" }, "Nothing found"),
      );
    }
    list.hidden = false;
    field?.setAttribute("aria-expanded", "true");
    choose(shown.length === 0 ? -1 : 0);
  }

  field.addEventListener("focus", () => void open());
  field.addEventListener("input", () => void open().then(show));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      return;
    }
    if (list.hidden || shown.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + step + shown.length) % shown.length);
    }
    const hit = shown[chosen];
    if (event.key === "Enter" && hit !== undefined && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      close();
      location.href = hit.target;
    }
  });
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    const hit = shown[option === null ? -1 : [...list.children].indexOf(option)];
    if (hit === undefined) return;
    close();
    location.href = hit.target;
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(/** @type {Node} */ (event.target))) close();
  });
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isWriting = target.closest("input, textarea, select, [contenteditable]") !== null;
    if (event.key !== "/" || isWriting || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  const results = document.getElementById("results");
  const found = document.getElementById("found");
  if (results !== null && found !== null) {
    const text = new URLSearchParams(location.search).get("q") ?? "";
    field.value = text;
    found.textContent = text === "" ? "Write in the field above what you look for." : "Searching…";
    const showAll = () => {
      const hits = find(text, most);
      const words = hits.length === 1 ? "1 hit" : `${String(hits.length)} hits`;
      found.textContent = `${hits.length === most ? `The first ${words}` : words} for “${text}”`;
      results.replaceChildren(
        ...hits.map((hit) => {
          const [name = "", kind = "", ...rest] = hitParts(hit);
          return element("li", {}, element("a", { href: hit.target }, name), kind, ...rest);
        }),
      );
    };
    if (text !== "") void open().then(showAll);
  }
})();
