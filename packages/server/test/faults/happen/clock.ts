import { type Fault, pause } from "./fault.ts";

const second = 1000;
const hour = 3600 * second;

/** How far wall clocks jump, in milliseconds: corrections, a virtual machine that slept, a wrong time zone. */
const jumps: readonly (readonly [number, number])[] = [
  [second, 90 * second],
  [90 * second, hour],
  // Sessions last 12 hours and more, and end by themselves when the clock says so.
  [hour, 10 * hour],
];

/** A node's wall clock jumps ahead or back, and after a while where it was. */
function jump(sign: 1 | -1): Fault {
  return async ({ world, chance }) => {
    const node = chance.pick(world.nodes);
    node.setClock(sign * chance.between(...chance.pick(jumps)));
    await pause(chance.between(300, 4000));
    node.setClock(0);
    return true;
  };
}

/** What happens to the time of day that nodes see; their timers go on as they were. */
export const clockFaults = { clockAhead: jump(1), clockBack: jump(-1) } satisfies Record<string, Fault>;
