import { expect, test } from "vitest";
import { createSerial } from "./serial.ts";

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
  let finish = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, finish: () => finish() };
}

test("tasks of one key follow each other in the order they came, those of another don't wait", async () => {
  const [log, serial] = [[] as string[], createSerial()];
  const [first, second, other] = [task(log, "first"), task(log, "second"), task(log, "other")];
  const done = [serial("a", first.run), serial("a", second.run), serial("b", other.run)];
  expect(log).toEqual(["first begins", "other begins"]);
  second.finish();
  other.finish();
  await done[2];
  first.finish();
  expect(await Promise.all(done)).toEqual(["first", "second", "other"]);
  expect(log).toEqual(["first begins", "other begins", "other ends", "first ends", "second begins", "second ends"]);
});

test("a task that fails does not hold up the next", async () => {
  const serial = createSerial();
  const failed = serial("a", () => Promise.reject(new Error("no")));
  const next = serial("a", async () => "next");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("next");
});

test("a line that is busy stays one line while thousands of others come and go", async () => {
  const [log, serial] = [[] as string[], createSerial()];
  const [slow, after] = [task(log, "slow"), task(log, "after")];
  const first = serial("busy", slow.run);
  for (let n = 0; n < 5000; n++) await serial(`other ${n}`, async () => n);
  const second = serial("busy", after.run);
  expect(log).toEqual(["slow begins"]);
  slow.finish();
  after.finish();
  await Promise.all([first, second]);
  expect(log).toEqual(["slow begins", "slow ends", "after begins", "after ends"]);
});
