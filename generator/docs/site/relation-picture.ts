import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel } from "../../model/model.ts";
import { siteTarget } from "../../names/site-places.ts";
import { type RelationGraph, type Relations, relationGraph } from "../relation-graph.ts";

/** A picture of a declaration's relations. Lengths are in pixels. */
export interface RelationPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly RelationBox[];
  /** The lines between them, as the data of paths. */
  readonly lines: readonly string[];
}

/** A declaration in a picture, or how many others there are. */
export interface RelationBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly textX: number;
  readonly textY: number;
  /** The name, cut where it is long. */
  readonly label: string;
  readonly name: string;
  /** "" for what is no declaration. */
  readonly target: string;
  readonly isOwn: boolean;
}

const boxHeight = 28;
const rowGap = 8;
const columnGap = 48;
const padding = 10;
const margin = 2;
const letterWidth = 6.7;
const mostLetters = 30;

/**
 * Draws what a declaration refers to, and what refers to it: a column for each distance, from left to
 * right, so that no line needs to go around a box. `undefined` where there is little to draw.
 *
 * @param page path of the page that shows it
 */
export function relationPicture(
  model: SchemaModel,
  id: NodeId,
  relations: Relations,
  page: string,
): RelationPicture | undefined {
  const graph = relationGraph(id, relations);
  if (graph === undefined) return undefined;
  const columns = labelledColumns(model, graph);
  const rows = Math.max(...columns.map((column) => column.length));
  const height = rows * (boxHeight + rowGap) - rowGap + 2 * margin;
  const boxes = new Map<NodeId | string, RelationBox>();
  let x = margin;
  for (const column of columns) {
    if (column.length === 0) continue;
    const width = Math.max(...column.map(({ label }) => widthOf(label)));
    let y = (height - column.length * (boxHeight + rowGap) + rowGap) / 2;
    for (const { key, label, declaration } of column) {
      boxes.set(key, {
        x,
        y,
        width,
        height: boxHeight,
        textX: x + width / 2,
        textY: y + boxHeight / 2,
        label,
        name: declaration?.name ?? label,
        target: declaration === undefined ? "" : siteTarget(page, declaration),
        isOwn: key === id,
      });
      y += boxHeight + rowGap;
    }
    x += width + columnGap;
  }
  const lineOf = ([from, to]: readonly [NodeId | string, NodeId | string]) => {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    return start === undefined || end === undefined ? [] : [curve(start, end)];
  };
  return {
    width: x - columnGap + margin,
    height,
    boxes: [...boxes.values()],
    lines: [
      ...graph.edges.flatMap(lineOf),
      ...lineOf(["moreUsers", id]),
      ...lineOf([id, "moreUsed"]),
    ],
  };
}

interface LabelledBox {
  readonly key: NodeId | string;
  readonly label: string;
  readonly declaration: Declaration | undefined;
}

function labelledColumns(model: SchemaModel, graph: RelationGraph): LabelledBox[][] {
  const [users, own, used, behind] = graph.columns.map((column) =>
    column.map((key): LabelledBox => {
      const declaration = model.declarations.get(key);
      return { key, label: cut(declaration?.name ?? ""), declaration };
    }),
  );
  const rest = (key: string, count: number): LabelledBox[] =>
    count > 0 ? [{ key, label: `${String(count)} more`, declaration: undefined }] : [];
  return [
    [...(users ?? []), ...rest("moreUsers", graph.moreUsers)],
    own ?? [],
    [...(used ?? []), ...rest("moreUsed", graph.moreUsed)],
    behind ?? [],
  ];
}

function widthOf(label: string): number {
  return Math.round(Array.from(label).length * letterWidth) + 2 * padding;
}

function cut(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= mostLetters) return name;
  const half = Math.floor(mostLetters / 2);
  return `${letters.slice(0, half).join("")}…${letters.slice(1 - half).join("")}`;
}

/** A line from one box to another; back or in one column, it goes out in a bow. */
function curve(from: RelationBox, to: RelationBox): string {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const isAhead = to.x > from.x;
  const end = { x: isAhead ? to.x : to.x + to.width, y: to.y + to.height / 2 };
  const bow = columnGap / 2;
  const [first, second] = isAhead
    ? [start.x + bow, end.x - bow]
    : [Math.max(start.x, end.x) + bow, Math.max(start.x, end.x) + bow];
  return `M${points(start.x, start.y)}C${points(first, start.y)} ${points(second, end.y)} ${points(end.x, end.y)}`;
}

function points(x: number, y: number): string {
  return `${String(x)} ${String(y)}`;
}
