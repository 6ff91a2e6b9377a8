// Preloaded into a process (`--import`) whose wall clock is to jump: what it takes for the time is the machine's, moved by
// the milliseconds that the file named in WRONG_CLOCK holds. Timers and `performance.now` go on as they were.
import { readFileSync } from "node:fs";

const file = process.env.WRONG_CLOCK ?? "";
const lookEveryMs = 20;
const right = Date;
let ahead = readAhead();

setInterval(() => {
  ahead = readAhead();
}, lookEveryMs).unref();

function readAhead(): number {
  return Number(readFileSync(file, "utf8"));
}

const now = () => right.now() + ahead;

globalThis.Date = new Proxy(right, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new right(now()).toString(),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
