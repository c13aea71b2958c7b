// @ts-check
"use strict";

/**
 * What the page of a schema has: tabs, rows of other schemas that come when they are opened, and links to
 * rows that open what is around them.
 */
(() => {
  const { address, element, load, rowsOf } = schemaloom;

  /** @param {Element} code */
  function startTabs(code) {
    const panels = /** @type {HTMLElement[]} */ ([...code.querySelectorAll("[data-tab]")]);
    const group = code.closest(".schema")?.getAttribute("data-schema") ?? "";
    const tabs = panels.map((panel, index) => {
      const id = `tab-${group}-${String(index)}`;
      panel.id = `${id}-panel`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
      const tab = element(
        "button",
        { type: "button", role: "tab", id, "aria-controls": panel.id },
        panel.dataset.tab ?? "",
      );
      tab.addEventListener("click", () => {
        show(index);
      });
      return tab;
    });
    const list = element("div", { class: "tabs", role: "tablist", "aria-label": "Code" }, ...tabs);
    list.addEventListener("keydown", (event) => {
      const current = tabs.findIndex((tab) => tab === document.activeElement);
      const last = tabs.length - 1;
      /** @type {Readonly<Record<string, number>>} */
      const places = {
        ArrowRight: current === last ? 0 : current + 1,
        ArrowLeft: current === 0 ? last : current - 1,
        Home: 0,
        End: last,
      };
      const next = places[event.key];
      if (current === -1 || next === undefined) return;
      event.preventDefault();
      show(next);
      tabs[next]?.focus();
    });
    code.classList.add("tabbed");
    code.prepend(list);
    show(0);

    /** @param {number} index */
    function show(index) {
      panels.forEach((panel, at) => {
        const isShown = at === index;
        panel.hidden = !isShown;
        tabs[at]?.setAttribute("aria-selected", String(isShown));
        tabs[at]?.setAttribute("tabindex", isShown ? "0" : "-1");
        if (isShown) highlight(panel);
        if (isShown && panel.dataset.try !== undefined) {
          void load("try.js").then(() => panel.dispatchEvent(new CustomEvent("shown")));
        }
      });
    }
  }

  /** @param {Element} panel */
  function highlight(panel) {
    const blocks = [...panel.querySelectorAll("code[class^=language-]:not([data-lit])")];
    if (blocks.length === 0) return;
    window.Prism = { ...window.Prism, manual: true };
    void load("highlight.js").then(() => {
      for (const block of blocks) {
        block.setAttribute("data-lit", "");
        Prism.highlightElement(block);
      }
    });
  }

  /** @param {Element} code */
  function addCopying(code) {
    for (const text of code.querySelectorAll("pre")) {
      const button = element("button", { type: "button", class: "copy" }, "Copy");
      button.addEventListener("click", () => {
        void navigator.clipboard.writeText(text.textContent).then(() => {
          button.textContent = "Copied";
          setTimeout(() => (button.textContent = "Copy"), 1500);
        });
      });
      const place = element("div", { class: "copied" });
      text.replaceWith(place);
      place.append(button, text);
    }
  }

  /** @type {Map<HTMLDetailsElement, Promise<void>>} */
  const bringing = new Map();

  schemaloom.bring = (reference) => {
    const known = bringing.get(reference);
    if (known !== undefined) return known;
    const bringingRows = bring(reference);
    bringing.set(reference, bringingRows);
    return bringingRows;
  };

  /** @param {HTMLDetailsElement} reference */
  async function bring(reference) {
    const [module = "", anchor = ""] = (reference.dataset.rows ?? "").split("#");
    await load(`rows/${module}.js`);
    const brought = element("div", { class: "brought" });
    brought.innerHTML = rowsOf.get(module)?.[anchor] ?? "";
    const home = new URL(address(module, ""), location.href);
    for (const each of brought.querySelectorAll("[id]")) each.removeAttribute("id");
    for (const each of brought.querySelectorAll("a[href]")) {
      each.setAttribute("href", new URL(each.getAttribute("href") ?? "", home).href);
    }
    reference.append(brought);
  }

  document.addEventListener(
    "toggle",
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.open) return;
      if (details.dataset.rows !== undefined) void schemaloom.bring?.(details);
      // What is alone inside is what was asked for.
      const inner = details.matches(".inside") ? [...details.children].slice(1) : [];
      const [only] = inner;
      if (inner.length === 1 && only instanceof HTMLDetailsElement) only.open = true;
    },
    true,
  );

  /** @param {Element} element */
  function reveal(element) {
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
  }

  function revealTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null) reveal(target);
  }

  for (const code of document.querySelectorAll(".schema > .code")) {
    addCopying(code);
    startTabs(code);
  }
  addEventListener("hashchange", revealTarget);
  if (location.hash !== "") revealTarget();
})();
