/**
 * Finds the strongly connected components of a graph (Tarjan), without recursion of its own.
 *
 * @param count of its nodes, which are numbered from 0
 * @param below gives the nodes that a node leads to
 * @returns the nodes of each component; one comes behind all that it leads to
 */
export function findComponents(
  count: number,
  below: (node: number) => Iterable<number>,
): readonly (readonly number[])[] {
  const components: (readonly number[])[] = [];
  const order = new Array<number | undefined>(count).fill(undefined);
  const lowest = new Array<number>(count).fill(0);
  const isOpen = new Array<boolean>(count).fill(false);
  const open: number[] = [];
  const path: { readonly node: number; readonly next: number[] }[] = [];
  let entered = 0;
  const enter = (node: number) => {
    lowest[node] = entered;
    order[node] = entered;
    entered += 1;
    open.push(node);
    isOpen[node] = true;
    path.push({ node, next: [...below(node)] });
  };
  const lower = (node: number, number: number) => {
    lowest[node] = Math.min(lowest[node] ?? number, number);
  };

  for (let start = 0; start < count; start += 1) {
    if (order[start] === undefined) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const next = top.next.pop();
      if (next !== undefined) {
        if (order[next] === undefined) enter(next);
        else if (isOpen[next] === true) lower(node, order[next]);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.node, lowest[node] ?? 0);
      if (lowest[node] !== order[node]) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) isOpen[member] = false;
      components.push(members);
    }
  }
  return components;
}
