import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { reporters } from "./scripts/lib/reporters.mjs";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests read the shared package from its source, so a change needs no build between. */
const alias = [
  { find: /^@yiwen\/shared$/, replacement: source("./packages/shared/src/index.ts") },
  { find: /^@yiwen\/shared\/schema$/, replacement: source("./packages/shared/src/schema.ts") },
];

const project = (name: string, include: string[], extra: object = {}) => ({
  resolve: { alias },
  test: { name, include, ...extra },
});

/** What is polled for over sockets or in a browser comes when the machine gets to it. */
const patient = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    reporters: reporters(),
    // Vitest leaves one processor to itself, which of two is half; it has next to nothing to do meanwhile.
    maxWorkers: "100%",
    projects: [
      project("unit-shared", ["packages/shared/src/**/*.test.ts"]),
      /** The adapters' tests start an embedded database first, which takes its time on a busy machine. */
      project("unit-server", ["packages/server/src/**/*.test.ts"], { testTimeout: 20_000, hookTimeout: 60_000 }),
      project("unit-clients", ["packages/{widget,console}/src/**/*.test.{ts,tsx}"], { environment: "happy-dom" }),
      project("unit-deploy", ["deploy/**/*.test.ts"], { testTimeout: 20_000 }),
      project("unit-weapp", ["packages/miniprogram/src/{view,taro}/**/*.test.ts"]),
      /** A real server on real sockets with the embedded store. */
      project("sockets", ["packages/server/test/{e2e,isolation,faults}/**/*.test.ts"], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
        expect: patient,
        sequence: { groupOrder: 1 },
      }),
      /** Several servers on one PostgreSQL and one Redis, which must be installed. */
      project("sockets-nodes", ["packages/server/test/nodes/**/*.test.ts"], {
        globalSetup: "packages/server/test/nodes/servers.ts",
        testTimeout: 30_000,
        hookTimeout: 60_000,
        expect: patient,
        sequence: { groupOrder: 1 },
      }),
      /** The mini-program's core and its built pages in Node, in WeChat's manner, against a real server; needs `npm run weapp`. */
      project("sockets-weapp", ["packages/miniprogram/{src/core,test/core,test/simulate}/**/*.test.ts"], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
        expect: patient,
        sequence: { groupOrder: 1 },
      }),
      /** The whole product in Chromium; needs `npm run build`. */
      project("browser", ["packages/{widget,console,miniprogram}/e2e/**/*.e2e.ts", "test/**/*.e2e.ts"], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        expect: patient,
        // After all others: each has a browser and a server, which leave gaps for one another.
        maxWorkers: 2,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
