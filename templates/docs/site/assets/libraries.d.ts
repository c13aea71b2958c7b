/** What the site takes of uFuzzy and of Prism, whose scripts pages load. */

declare class uFuzzy {
  constructor(options?: Readonly<Record<string, string | boolean>>);
  search(
    words: readonly string[],
    sought: string,
    outOfOrder: number,
    infoThreshold: number,
  ):
    | readonly [places: null, info: null, order: null]
    | readonly [places: readonly number[], info: null, order: null]
    | readonly [
        places: readonly number[],
        info: { readonly idx: readonly number[] },
        order: readonly number[],
      ];
}

declare const Prism: { highlightElement(element: Element): void };

interface Window {
  Prism?: Partial<typeof Prism> & { manual?: boolean };
}
