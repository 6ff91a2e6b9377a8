import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runScript } from "./environment.mjs";

const packages = ["shared", "server", "widget", "console", "miniprogram"];

/** What `npm test` runs, in this order: what fails fastest comes first. */
const checks = [
  ["lint", "biome check --error-on-warnings ."],
  ["rules and their tests", "node scripts/check-spec.mjs"],
  ["types", "tsc -b tsconfig.build.json && tsc -b tsconfig.json && tsc -p packages/miniprogram/test/types"],
  ["unit tests", 'vitest run --project "unit*"'],
  ["tests over real sockets", 'vitest run --project "sockets*"'],
  ["tests in the browser", "vitest run --project browser"],
  ["size of the widget", "size-limit", "packages/widget"],
  ["size of the mini-program", "size-limit", "packages/miniprogram"],
  ...packages.map((name) => [`package ${name}`, `publint run packages/${name} --strict --pack npm`]),
];

/** How many of them `npm run check` runs: those that need no browser and take seconds. */
const quick = 4;

/**
 * Runs the checks, the later ones also when an earlier one fails, and answers the exit code. What failed is said again
 * at the end, test by test: it stood pages above.
 */
export async function runChecks({ isQuick }) {
  const scratch = mkdtempSync(join(tmpdir(), "yiwen-checks-"));
  const failures = join(scratch, "failures");
  writeFileSync(failures, "");
  process.env.TEST_FAILURES = failures;
  try {
    return await runEach(isQuick, () => readFileSync(failures, "utf8").trimEnd());
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function runEach(isQuick, failedTests) {
  const failed = [];
  for (const [name, command, folder = "."] of isQuick ? checks.slice(0, quick) : checks) {
    const started = Date.now();
    console.log(`\n── ${name}`);
    const code = await runScript(join(root, folder), command);
    // Interrupted: the rest is not wanted.
    if (code > 128) return code;
    if (code !== 0) failed.push(name);
    console.log(`── ${name}: ${code === 0 ? "ok" : "FAILED"} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  console.log(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}\n${failedTests()}`);
  return failed.length === 0 ? 0 : 1;
}
