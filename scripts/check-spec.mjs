// Fails when a rule of docs/SPEC.md has no test whose title begins with its id, or a title names a rule that is not there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const rulePattern = /^- \*\*([A-Z]{2}\d+)\*\* /gm;
const titlePattern =
  /\b(?:it|test|describe)(?:\.(?:each|runIf)\((?:[^()]|\([^()]*\))*\))?\(\s*["'`]((?:[A-Z]{2}\d+[ ,]+)+)/g;
const testFile = /\.(test|e2e)\.tsx?$/;
const skipped = new Set(["node_modules", "dist", ".git", ".yiwen"]);

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testFiles(path);
    else if (testFile.test(entry.name)) yield path;
  }
}

const rules = [...readFileSync("docs/SPEC.md", "utf8").matchAll(rulePattern)].map((match) => match[1]);
const twice = rules.filter((rule, n) => rules.indexOf(rule) !== n);
const known = new Set(rules);
const tested = new Map();
for (const path of testFiles(".")) {
  for (const [, ids] of readFileSync(path, "utf8").matchAll(titlePattern)) {
    for (const id of ids.match(/[A-Z]{2}\d+/g)) tested.set(id, path);
  }
}
const problems = [
  ...twice.map((rule) => `${rule} stands twice in docs/SPEC.md`),
  ...rules.filter((rule) => !tested.has(rule)).map((rule) => `${rule} has no test`),
  ...[...tested].filter(([id]) => !known.has(id)).map(([id, path]) => `${id} is quoted in ${path} but is no rule`),
];
for (const problem of problems) console.error(problem);
console.log(`${rules.length} rules, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
