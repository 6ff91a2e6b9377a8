import { appendFileSync } from "node:fs";

/** Vitest's reporters, and where TEST_COUNTS names a file one that adds a line a run to it: `passed failed skipped`. */
export function reporters(file = process.env.TEST_COUNTS) {
  return file ? ["default", { onTestRunEnd: (...run) => appendFileSync(file, `${count(...run)}\n`) }] : ["default"];
}

function count(modules, errors) {
  // What broke outside of any test counts as failed.
  const counts = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const test of module.children.allTests()) counts[test.result().state] += 1;
  }
  return Object.values(counts).join(" ");
}
