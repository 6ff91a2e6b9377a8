import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../test/fake-clock.ts";
import { Id } from "../schema/content.ts";
import { createIds } from "./ids.ts";

describe("ids", () => {
  it("CL50 ids fit the wire, are unique, and sort by when they were made even when the clock is set back", () => {
    let now = 1_800_000_000_000;
    const next = createIds(() => now, createRandom(1));
    const made = Array.from({ length: 2000 }, (_, i) => {
      if (i % 100 === 0) now += i % 200 === 0 ? 7 : 6.5;
      if (i === 1000) now -= 5000;
      return next();
    });
    expect(made.every((id) => Value.Check(Id, id))).toBe(true);
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
    const other = createIds(() => now, createRandom(2));
    expect(made).not.toContain(other());
  });
});
