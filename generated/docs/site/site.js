// @ts-check
"use strict";

/**
 * What all pages have: the theme, the tree of schemas, and the data that scripts bring. Data comes as
 * scripts, since a page that is opened as a file can fetch nothing.
 */

/**
 * @typedef {{ instancePath: string, message: string, params: Readonly<Record<string, unknown>> }} Issue
 * @typedef {{ rejected: (collect: unknown, value: unknown) => { issues: Issue[] } }} Runtime
 * @typedef {[accepts: (value: unknown) => boolean, collect: unknown]} Guard
 * @typedef {{ declared: Readonly<Record<string, Guard>> }} Guards the guards of a module's schemas, by their anchors
 * @typedef {(runtime: Runtime, from: (module: string) => Guards) => Guards} MakeGuards
 */
const schemaloom = (() => {
  const root = document.documentElement;
  /** What leads from this page to the folder of the site. */
  const base = root.dataset.base ?? "";
  /** The module of this page; "" for none. */
  const page = root.dataset.page ?? "";

  /** @type {Map<string, Promise<void>>} */
  const loads = new Map();

  /**
   * Loads a script of the site, once.
   *
   * @param {string} file its path below the folder of assets
   */
  function load(file) {
    const known = loads.get(file);
    if (known !== undefined) return known;
    /** @type {Promise<void>} */
    const loaded = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${base}site/${file.split("/").map(encodeURIComponent).join("/")}`;
      script.onload = () => {
        resolve();
      };
      script.onerror = () => {
        reject(new Error(`${file} cannot be loaded`));
      };
      document.head.append(script);
    });
    loads.set(file, loaded);
    return loaded;
  }

  /**
   * The address of a page of the site.
   *
   * @param {string} module
   * @param {string} anchor "" for the page itself
   */
  function address(module, anchor) {
    const path = module.split("/").map(encodeURIComponent).join("/");
    return `${base}${path}.html${anchor === "" ? "" : `#${encodeURIComponent(anchor)}`}`;
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Readonly<Record<string, string>>} attributes
   * @param {(string | Node)[]} children
   */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function stored() {
    try {
      return localStorage.getItem("schemaloom-theme");
    } catch {
      return null;
    }
  }

  /** @param {string} theme */
  function store(theme) {
    try {
      localStorage.setItem("schemaloom-theme", theme);
    } catch {
      // A browser may keep nothing for files; the theme then lasts as long as the page.
    }
  }

  function startTheme() {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".theme"));
    if (button === null) return;
    const isDark = () =>
      root.dataset.theme === undefined
        ? matchMedia("(prefers-color-scheme: dark)").matches
        : root.dataset.theme === "dark";
    const show = () => {
      button.setAttribute("aria-pressed", String(isDark()));
    };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store(root.dataset.theme);
      show();
    });
    show();
    button.hidden = false;
  }

  function startMenu() {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".menu"));
    const tree = document.getElementById("tree");
    if (button === null || tree === null) return;
    /** @param {boolean} isOpen */
    const show = (isOpen) => {
      tree.classList.toggle("open", isOpen);
      button.setAttribute("aria-expanded", String(isOpen));
    };
    button.addEventListener("click", () => {
      show(!tree.classList.contains("open"));
      if (tree.classList.contains("open")) tree.querySelector("a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !tree.classList.contains("open")) return;
      show(false);
      button.focus();
    });
    document.addEventListener("click", (event) => {
      const target = /** @type {Node} */ (event.target);
      if (!tree.contains(target) && !button.contains(target)) show(false);
    });
    button.hidden = false;
  }

  /**
   * Takes the tree of schemas.
   *
   * @param {[folder: string, schemas: [file: string, name: string, definitions: [name: string, anchor: string][]][]][]} folders
   */
  function navigation(folders) {
    const tree = document.getElementById("tree");
    if (tree === null) return;
    for (const [folder, schemas] of folders) {
      const list = element("ul", {});
      let isCurrent = false;
      for (const [file, name, definitions] of schemas) {
        const module = folder === "" ? file : `${folder}/${file}`;
        const isOwn = module === page;
        isCurrent ||= isOwn;
        const item = element("li", {}, link(address(module, ""), name, isOwn));
        if (isOwn && definitions.length > 0) {
          const inner = definitions.map(([other, anchor]) =>
            element("li", {}, link(address(module, anchor), other, false)),
          );
          item.append(element("ul", {}, ...inner));
        }
        list.append(item);
      }
      const shown = element("details", {}, element("summary", {}, folder || "Schemas"), list);
      shown.open = isCurrent || folders.length === 1;
      tree.append(shown);
    }
    tree.hidden = false;
    tree.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }

  /**
   * @param {string} target
   * @param {string} label
   * @param {boolean} isCurrent
   */
  function link(target, label, isCurrent) {
    return element(
      "a",
      { href: target, ...(isCurrent && { "aria-current": "page" }) },
      ...breakable(label),
    );
  }

  /**
   * A name whose line may break between its parts.
   *
   * @param {string} name
   */
  function breakable(name) {
    return name
      .split(/(?<=[\p{Ll}\p{N}_])(?=\p{Lu})/u)
      .flatMap((part) => [part, document.createElement("wbr")]);
  }

  const theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  startTheme();
  startMenu();

  /** @type {Map<string, Readonly<Record<string, string>>>} */
  const rowsOf = new Map();

  return {
    base,
    page,
    load,
    address,
    element,
    breakable,
    navigation,
    rowsOf,
    /**
     * Takes the rows of a module's schemas, by their anchors.
     *
     * @param {string} module
     * @param {Readonly<Record<string, string>>} rows HTML
     */
    rows: (module, rows) => void rowsOf.set(module, rows),
    /**
     * Brings the rows of a schema that is referred to, once.
     *
     * @type {undefined | ((reference: HTMLDetailsElement) => Promise<void>)}
     */
    bring: undefined,
    /** @type {undefined | ((data: unknown) => void)} */
    searchIndex: undefined,
    /** @type {undefined | ((module: string, needed: string[], make: MakeGuards) => void)} */
    guards: undefined,
    /** @type {undefined | ((make: () => Runtime) => void)} */
    runtime: undefined,
  };
})();
