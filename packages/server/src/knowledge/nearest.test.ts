import { expect, test } from "vitest";
import { fuse } from "./fuse.ts";
import { createNearest, type Near } from "./nearest.ts";

const through = (steps: Generator<void, Near>): { near: Near; steps: number } => {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { near: step.value, steps: count };
  }
};
const all = { limit: 3, isWanted: () => true };

/** A direction in the plane, by its angle. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

test("KN83 the nearest of thousands are found exactly, in steps, and only among those that are wanted", () => {
  const index = createNearest();
  for (let nth = 0; nth < 1800; nth++) index.set(`p${nth}`, at(nth / 10));
  const { near, steps } = through(index.finding(at(90.02), all));
  expect(near.found.map(({ id }) => id)).toEqual(["p900", "p901", "p899"]);
  expect(near.found[0]?.cosine).toBeCloseTo(1, 5);
  expect(near.looked).toBe(1800);
  expect(steps).toBeGreaterThan(3);
  const even = through(index.finding(at(90.12), { ...all, isWanted: (id) => Number(id.slice(1)) % 2 === 0 })).near;
  expect(even.found.map(({ id }) => id)).toEqual(["p902", "p900", "p904"]);
  expect(even.looked).toBe(900);
});

test("KN83 a vector takes the place of the earlier one; one of another length is left out, and so is such a question", () => {
  const index = createNearest();
  for (const [id, degrees] of [
    ["a", 0],
    ["b", 80],
    ["a", 90],
  ] as const)
    index.set(id, at(degrees));
  index.set("c", Float32Array.of(1, 0, 0));
  expect(index.size).toBe(2);
  expect(through(index.finding(at(90), all)).near.found.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(through(index.finding(Float32Array.of(1, 0, 0), all)).near).toEqual({ found: [], mean: 0, looked: 0 });
});

test("KN84 what two rankings have goes before what one has, and a first place counts most", () => {
  expect(
    fuse([
      ["a", "b", "c"],
      ["d", "b", "e"],
    ]),
  ).toEqual(["b", "a", "d", "c", "e"]);
  expect(fuse([["a", "b"], []])).toEqual(["a", "b"]);
  const deep = Array.from({ length: 60 }, (_, nth) => `x${nth}`);
  expect(
    fuse([
      ["a", ...deep],
      [...deep.map((id) => `y${id}`), "a"],
    ])[0],
  ).toBe("a");
});
