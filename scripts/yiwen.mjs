// Everything that `npm` can be asked for here, on Node 20 and npm alone:
//   start [ARGS]   the demo shop             test            every check
//   cli ARGS       any `yiwen` command       check           those that take seconds
//   bench ARGS     the benchmarks            build           build and stop
//   faults ARGS    everything breaks at random moments, and every promise is proved
//   train          the weights that ship
//   screenshots    the pictures of the docs  weapp           the mini-programs, and how to open them
//   run COMMAND …  a tool, with the right Node
// Each installs first what the lockfile names, and all but `run` build what changed.
import { join } from "node:path";
import { build, buildWeapp, buildWeappCore } from "./lib/build.mjs";
import { runChecks } from "./lib/checks.mjs";
import { environment, findNode, root, run } from "./lib/environment.mjs";
import { install } from "./lib/install.mjs";
import { printWeappPlaces } from "./lib/weapp-places.mjs";

const cli = (...args) =>
  run(findNode(), [join(root, "packages/server/dist/cli/main.js"), ...args], { env: environment() });

const benchWeapp = (args) =>
  run(findNode(), [join(root, "packages/miniprogram/bench/weapp.ts"), ...args], { env: environment() });

/**
 * `--seed N` replays a run; `--database postgres` takes PostgreSQL, Redis and two nodes. `power-cut` cuts the power of the
 * embedded database at 200 moments; `deploy` restarts two nodes in turn while shoppers write, and measures their waits.
 */
const faults = (args) => {
  const [folder, rest] = ["power-cut", "deploy"].includes(args[0]) ? [args[0], args.slice(1)] : ["faults", args];
  return run(findNode(), [join(root, `packages/server/test/${folder}/main.ts`), ...rest], { env: environment() });
};

const verbs = {
  start: (args) => cli("demo", ...args),
  cli: (args) => cli(...args),
  bench: (args) => (args[0] === "weapp" ? benchWeapp(args.slice(1)) : cli("bench", ...args)),
  test: () => runChecks({ isQuick: false }),
  faults: (args) => faults(args),
  train: () => run(findNode(), [join(root, "packages/server/training/train.ts")], { env: environment() }),
  check: () => runChecks({ isQuick: true }),
  screenshots: () => run(findNode(), [join(root, "scripts/screenshots.ts")], { env: environment() }),
  build: () => 0,
  weapp: () => printWeappPlaces(),
  run: (args) => run(args.join(" "), [], { shell: true, env: environment() }),
};

/** Whether it needs the mini-program's tools, which `npm start` does without. */
const needsWeapp = (verb, args) =>
  ["test", "check", "weapp", "screenshots"].includes(verb) || (verb === "bench" && args[0] === "weapp");

async function main([verb, ...args]) {
  const perform = Object.hasOwn(verbs, verb ?? "") ? verbs[verb] : undefined;
  if (!perform) throw new Error(`say one of ${Object.keys(verbs).join(", ")}`);
  await install({ withWeapp: needsWeapp(verb, args) });
  if (verb !== "run") await build();
  if (verb === "build" || verb === "check") await buildWeappCore();
  else if (needsWeapp(verb, args)) await buildWeapp();
  return (await perform(args)) ?? 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`yiwen: ${error.message}`);
  process.exitCode = 1;
}
