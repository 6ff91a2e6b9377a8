import { describe, expect, test } from "vitest";
import { erlang } from "./erlang.ts";
import { simulateQueue } from "./queue.ts";
import { seededRandom } from "./random.ts";

const hour = 3600;

/** Long enough that chance moves a share by less than what is asked for below. */
function simulate(staffing: Parameters<typeof erlang>[0], hours: number) {
  const random = seededRandom(7);
  const { came, abandoned, waits, occupancy } = simulateQueue({ ...staffing, seconds: hours * hour, random });
  return {
    abandons: abandoned / came,
    waits: waits.filter((wait) => wait > 0).length / came,
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / came,
    occupancy,
  };
}

describe("formulas", () => {
  test("QS1 Erlang C and A say what the textbooks say", () => {
    // One server, half used: half wait, and on average as long as one is handled.
    const single = erlang({ places: 1, perSecond: 0.5, handle: 1, patience: Number.POSITIVE_INFINITY });
    expect(single?.waits).toBeCloseTo(0.5, 6);
    expect(single?.meanWait).toBeCloseTo(1, 6);
    expect(single?.occupancy).toBeCloseTo(0.5, 6);
    // Ten agents, eight erlangs: the table of Erlang C has 0.409.
    const ten = erlang({ places: 10, perSecond: 8 / 180, handle: 180, patience: Number.POSITIVE_INFINITY });
    expect(ten?.waits).toBeCloseTo(0.409, 3);
    expect(ten?.meanWait).toBeCloseTo((0.409 * 180) / 2, 0);
    // Patience as long as handling: the queue is one of endlessly many servers, so those there are Poisson.
    const poisson = erlang({ places: 1, perSecond: 1, handle: 1, patience: 1 });
    expect(poisson?.waits).toBeCloseTo(1 - Math.exp(-1), 6);
    expect(poisson?.abandons).toBeCloseTo(Math.exp(-1), 6);
  });

  test("QS1 where more come than can be handled, only impatience makes an end", () => {
    const overfull = { places: 10, perSecond: 0.1, handle: 180 };
    expect(erlang({ ...overfull, patience: Number.POSITIVE_INFINITY })).toBeUndefined();
    // Eight of eighteen can't be handled.
    expect(erlang({ ...overfull, patience: 600 })?.abandons).toBeCloseTo(8 / 18, 2);
  });
});

describe("the simulation", () => {
  test.each([
    { places: 10, perSecond: 8 / 180, handle: 180, patience: Number.POSITIVE_INFINITY, hours: 8000 },
    { places: 10, perSecond: 9 / 180, handle: 180, patience: 120, hours: 2000 },
    { places: 10, perSecond: 14 / 180, handle: 180, patience: 60, hours: 2000 },
    { places: 120, perSecond: 115 / 300, handle: 300, patience: 180, hours: 500 },
  ])("QS2 agrees with the formula: $places places, patience $patience", ({ hours, ...staffing }) => {
    const [simulated, expected] = [simulate(staffing, hours), erlang(staffing)];
    if (!expected) throw new Error("no formula");
    expect(simulated.abandons).toBeCloseTo(expected.abandons, 2);
    expect(Math.abs(simulated.waits - expected.waits)).toBeLessThan(0.015);
    expect(Math.abs(simulated.meanWait - expected.meanWait)).toBeLessThan(0.04 * expected.meanWait + 0.1);
    expect(simulated.occupancy).toBeCloseTo(expected.occupancy, 2);
  });

  test("QS3 the same seed is the same day, another seed another", () => {
    const day = (seed: number) =>
      simulateQueue({
        places: 5,
        perSecond: 0.05,
        handle: 100,
        patience: 60,
        seconds: hour,
        random: seededRandom(seed),
      }).waits;
    expect(day(1)).toEqual(day(1));
    expect(day(1)).not.toEqual(day(2));
  });

  test("QS3 a rush brings as many more as it says, and waits with it", () => {
    const calm = { places: 20, perSecond: 0.1, handle: 120, patience: 120, seconds: 10 * hour };
    const outcome = simulateQueue({
      ...calm,
      rush: { from: 4 * hour, until: 5 * hour, factor: 5 },
      random: seededRandom(3),
    });
    const expected = 0.1 * hour * (9 + 5);
    expect(Math.abs(outcome.came - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(outcome.abandoned).toBeGreaterThan(500);
    expect(simulateQueue({ ...calm, random: seededRandom(3) }).abandoned).toBeLessThan(20);
  });
});
