import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { filesIn, packageRoots, pagesOf, readAppJson } from "./dist-files.ts";
import { readStyles } from "./styles.ts";

type Warning = { path: string; startLine: number; message: string };
type TemplateGroup = {
  addScript(id: string, code: string): void;
  addTmpl(id: string, wxml: string): Warning[] | undefined;
  getTmplGenObjectGroups(): string;
  free(): void;
};
// The compiler's module entry imports WebAssembly as a module, which Node cannot; the other one is CommonJS.
const { TmplGroup } = createRequire(import.meta.url)("glass-easel-template-compiler") as {
  TmplGroup: new () => TemplateGroup;
};

/** Names that a browser has and WeChat's logic layer has not: every module gets them as undefined. */
const hidden =
  "window,document,frames,self,location,navigator,localStorage,sessionStorage,history,screen,alert,confirm,prompt," +
  "fetch,XMLHttpRequest,WebSocket,URL,URLSearchParams,DOMParser,Blob,File,FileReader,FormData,Image,Audio,Worker," +
  "AbortController,TextEncoder,TextDecoder,crypto,indexedDB,performance,structuredClone,queueMicrotask,btoa,atob," +
  "requestAnimationFrame,cancelAnimationFrame,Element,Node,Event,CustomEvent,MutationObserver,ResizeObserver,event";

/** Turns a built mini-program into one script: templates compiled, styles as CSS, modules wrapped as WeChat wraps them. */
export function bundleWeapp(dist: string): string {
  const app = readAppJson(dist);
  const pages = pagesOf(app);
  const files = filesIn(dist).filter((file) => !file.endsWith(".map"));
  const read = (file: string) => readFileSync(join(dist, file), "utf8");
  const named = (ending: string) => files.filter((file) => file.endsWith(ending));
  const id = (file: string) => file.replace(/\.\w+$/, "");

  const json = new Map<string, { component?: boolean }>();
  for (const file of named(".json")) {
    if (file === "app.json" || file === "project.config.json" || file === "sitemap.json") continue;
    const config = JSON.parse(read(file));
    if (pages.includes(id(file)) || config.component) json.set(id(file), config);
  }
  const modules = named(".js").map((file) => {
    const code = read(file).replace(/\/\/# sourceMappingURL.*/g, "");
    return `${JSON.stringify(file)}:function(require,module,exports,${hidden}){${code}\n}`;
  });
  return `window.__weapp={${[
    `app:${JSON.stringify(app)}`,
    `pages:${JSON.stringify(pages)}`,
    `roots:${JSON.stringify(packageRoots(app))}`,
    `json:${JSON.stringify(Object.fromEntries(json))}`,
    `styles:${JSON.stringify(Object.fromEntries(named(".wxss").map((file) => [id(file), readStyles(dist, file)])))}`,
    `templates:${compileTemplates(files, read, id)}`,
    `modules:{${modules.join(",\n")}}`,
  ].join(",")}};`;
}

function compileTemplates(files: string[], read: (file: string) => string, id: (file: string) => string): string {
  const group = new TmplGroup();
  const faults: string[] = [];
  for (const file of files) {
    if (file.endsWith(".wxs")) group.addScript(id(file), read(file));
    if (!file.endsWith(".wxml")) continue;
    for (const { path, startLine, message } of group.addTmpl(id(file), read(file)) ?? []) {
      // Taro's templates hold components without an end of their own; WeChat takes them.
      if (!/not closed|unused|deprecated/i.test(message)) faults.push(`${path}:${startLine} ${message}`);
    }
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  if (faults.length > 0) throw new Error(`templates that WeChat would refuse:\n${faults.join("\n")}`);
  return code;
}
