import fc from "fast-check";
import { expect, test } from "vitest";
import { findComponents } from "../../../generator/model/components.ts";

function reachable(start: number, below: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const node of reached) for (const next of below[node] ?? []) reached.add(next);
  return reached;
}

test("nodes that lead to each other are of one component, behind all that it leads to", () => {
  const count = 9;
  const graphs = fc.array(fc.array(fc.nat(count - 1), { maxLength: 4 }), {
    minLength: count,
    maxLength: count,
  });
  fc.assert(
    fc.property(graphs, (below) => {
      const components = findComponents(count, (node) => below[node] ?? []);
      expect(components.flat().sort()).toEqual(below.map((_, node) => node));
      const reach = below.map((_, node) => reachable(node, below));
      for (const [index, members] of components.entries()) {
        const earlier = new Set(components.slice(0, index + 1).flat());
        for (const node of members) {
          const mutual = [...(reach[node] ?? [])].filter((other) => reach[other]?.has(node));
          expect(members.toSorted()).toEqual(mutual.toSorted());
          for (const next of below[node] ?? []) expect(earlier).toContain(next);
        }
      }
    }),
  );
});
