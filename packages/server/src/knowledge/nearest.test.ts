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

const dimensions = 256;

/** Numbers from 0 to 1, the same at every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomVector(next: () => number): Float32Array {
  return blend([Float32Array.from({ length: dimensions }, () => next() + next() + next() - 1.5)]);
}

/** The sum of vectors, brought to length 1. */
function blend(vectors: Float32Array[]): Float32Array {
  const sum = Float32Array.from({ length: dimensions }, (_, at) => vectors.reduce((all, one) => all + one[at]!, 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

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

test("KN83 of more than are compared one by one the nearest is found all the same, and nine of the next ten", () => {
  const index = createNearest(300);
  const next = chances(7);
  const lean = randomVector(next);
  const middles = Array.from({ length: 60 }, () => randomVector(next));
  const vectors = Array.from({ length: 4000 }, (_, nth) => blend([lean, middles[nth % 60]!, randomVector(next)]));
  for (const [nth, vector] of vectors.entries()) index.set(`p${nth}`, vector);
  const wanted = (nth: number) => nth % 2 === 0;
  let missed = 0;
  for (let asked = 0; asked < 10; asked++) {
    const question = blend([lean, middles[asked * 5]!, randomVector(next)]);
    const exact = vectors
      .map((vector, nth) => ({ nth, cosine: vector.reduce((sum, value, at) => sum + value * question[at]!, 0) }))
      .filter(({ nth }) => wanted(nth))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, 10);
    const isWanted = (id: string) => wanted(Number(id.slice(1)));
    const { near } = through(index.finding(question, { limit: 10, isWanted }));
    expect(near.found[0]?.id).toBe(`p${exact[0]!.nth}`);
    missed += exact.filter(({ nth }) => !near.found.some(({ id }) => id === `p${nth}`)).length;
  }
  expect(missed).toBeLessThanOrEqual(10);
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
