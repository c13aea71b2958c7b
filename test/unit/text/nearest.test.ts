import { expect, test } from "vitest";
import { nearestNames } from "../../../generator/text/nearest.ts";

test("the nearest names come first, those too far away not at all", () => {
  expect(nearestNames("Servr", ["Sever", "Server", "Service", "Assistant", "Server"])).toEqual([
    "Server",
    "Sever",
  ]);
});

test("at most as many names as the limit come", () => {
  expect(nearestNames("a", ["d", "c", "b", "e"], 2)).toEqual(["b", "c"]);
});
