import { createContext, runInContext } from "node:vm";

/** Browser's and Node's names that WeChat hides from a mini-program's modules, or does not have. */
const hidden = (
  "window,self,document,frames,location,navigator,localStorage,history,screen,alert,fetch,XMLHttpRequest,WebSocket," +
  "URL,URLSearchParams,TextEncoder,TextDecoder,AbortController,AbortSignal,crypto,structuredClone,queueMicrotask," +
  "atob,btoa,performance,Blob,FormData,process,Buffer,global,setImmediate"
).split(",");

/** What the oldest phones that WeChat still runs on do not have of the language. */
const missing = `
  for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
  for (const name of ["at", "replaceAll", "isWellFormed", "toWellFormed"]) delete String.prototype[name];
  for (const name of ["hasOwn", "groupBy"]) delete Object[name];
  for (const name of ["any", "allSettled", "withResolvers", "try"]) delete Promise[name];
  delete globalThis.WeakRef;
  delete globalThis.FinalizationRegistry;
  delete globalThis.Intl;
  globalThis.eval = undefined;
  Function.prototype.constructor = globalThis.Function = function () { return function () {}; };
`;

/** What the sandbox has of the world. */
export type SandboxWorld = {
  now(): number;
  setTimeout(run: () => void, ms?: number): unknown;
  clearTimeout(id: unknown): void;
  wx: object;
  getApp?: (options?: { allowDefault?: boolean }) => object | undefined;
};

/** Runs a CommonJS module as WeChat does: the language, timers, `wx`, and no way to the rest. Answers its exports. */
export function runInSandbox<T>(code: string, world: SandboxWorld): T {
  const { now, ...globals } = world;
  const context = createContext({ ...globals, __now: now, console });
  runInContext(`{ const now = globalThis.__now; delete globalThis.__now; Date.now = () => now(); }${missing}`, context);
  const wrapped = `(function (require, module, exports, ${hidden.join(", ")}) {${code}\n})`;
  const module = { exports: {} };
  const require = () => {
    throw new Error("a mini-program's core requires nothing");
  };
  runInContext(wrapped, context, { filename: "miniprogram_dist/index.js" })(require, module, module.exports);
  return module.exports as T;
}
