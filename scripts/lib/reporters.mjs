import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./environment.mjs";

/**
 * Vitest's reporters: its own, and where they are named one that adds a line a run to the file TEST_COUNTS,
 * `passed failed skipped`, and one that adds what failed to the file TEST_FAILURES.
 */
export function reporters({ TEST_COUNTS, TEST_FAILURES } = process.env) {
  const adding = (file, lines) => (file ? [{ onTestRunEnd: (...run) => appendFileSync(file, lines(...run)) }] : []);
  return ["default", ...adding(TEST_COUNTS, count), ...adding(TEST_FAILURES, failures)];
}

function count(modules, errors) {
  // What broke outside of any test counts as failed.
  const counts = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const test of module.children.allTests()) counts[test.result().state] += 1;
  }
  return `${Object.values(counts).join(" ")}\n`;
}

function failures(modules, errors) {
  const lines = errors.map((error) => `outside of any test: ${firstLine(error)}`);
  for (const module of modules) {
    const file = relative(root, module.moduleId);
    for (const error of module.errors()) lines.push(`${file}: ${firstLine(error)}`);
    for (const test of module.children.allTests("failed"))
      lines.push(`${file}: ${test.fullName}: ${test.result().errors.map(firstLine).join("; ")}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

const firstLine = (error) => String(error.message ?? error).split("\n", 1)[0];
