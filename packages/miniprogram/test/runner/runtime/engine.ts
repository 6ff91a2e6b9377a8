import { addGlobalErrorListener, CurrentWindowBackendContext, Event as EaselEvent, globalOptions } from "glass-easel";
import { type CodeSpace, MiniProgramEnv } from "glass-easel-miniprogram-adapter";
import { registerBuiltins } from "./builtins/index.ts";
import { type PageInstance, type Records, resolvePath, type Weapp } from "./weapp.ts";

/** A page that has been made, not yet told that it was loaded. */
export type MadePage = { page: PageInstance; element: HTMLElement; release(): void };

type Definition = { lifetimes?: Record<string, unknown>; created?: () => void };
type Definer = (definition: Definition) => unknown;

/** Events that only built-in components tell in WeChat; the browser's own of these names are none of a page's. */
const ownedByBuiltins = new Set(["input", "change", "focus", "blur", "scroll", "load", "error", "submit"]);

/** WeChat's own component engine in this window. `tapping` is told when a tap's handlers begin and when they end. */
export function createEngine(
  weapp: Weapp,
  records: Records,
  requireModule: (file: string) => unknown,
  tapping: (now: boolean) => void,
) {
  globalOptions.throwGlobalError = false;
  // Selector queries, and the button that agrees to the privacy terms, are known by their ids.
  globalOptions.writeIdToDOM = true;
  addGlobalErrorListener((error) => {
    records.errors.push(error instanceof Error ? String(error.stack) : String(error));
  });
  const env = new MiniProgramEnv();
  const builtins = registerBuiltins(env, records);
  const backend = new CurrentWindowBackendContext();
  backend.onEvent((target, type, detail, options) => {
    if (ownedByBuiltins.has(type)) return undefined;
    if (type === "tap") tapping(true);
    try {
      return EaselEvent.triggerEvent(target, type, detail, options);
    } finally {
      if (type === "tap") tapping(false);
    }
  });
  const space = env.createCodeSpace("", true);
  for (const [name, component] of builtins) space.getComponentSpace().setGlobalUsingComponent(name, component);
  declare(space, weapp);
  const associated = env.associateBackend(backend);
  for (const [path, css] of Object.entries(weapp.styles)) associated.registerStyleSheetContent(path, css);
  const loaded = new Set<string>();

  /** Runs a component's code and, before it, that of the components it uses. */
  function load(path: string): void {
    if (loaded.has(path)) return;
    loaded.add(path);
    const used = { ...weapp.app.usingComponents, ...weapp.json[path]?.usingComponents };
    const folder = path.split("/").slice(0, -1);
    for (const target of Object.values(used)) {
      const found = resolvePath(folder, target);
      if (weapp.json[found]) load(found);
    }
    space.globalComponentEnv(window, path, () => {
      const globals = window as unknown as { Component: Definer };
      const define = globals.Component;
      globals.Component = (definition) => define(counting(definition, records));
      requireModule(`${path}.js`);
    });
  }

  return function make(route: string): MadePage {
    load(route);
    const root = associated.createRoot("wx-page", space, route);
    const page = root.get() as unknown as PageInstance;
    countWrites(page, records);
    const mark = document.createElement("span");
    document.body.append(mark);
    const element = root.getComponent().getBackendElement() as unknown as HTMLElement;
    root.attach(document.body as never, mark as never);
    const release = () => {
      element.remove();
      root.release();
    };
    return { page, element, release };
  };
}

function declare(space: CodeSpace, { app, pages, json, styles, templates }: Weapp): void {
  for (const path of Object.keys(styles)) space.addStyleSheet(path, path);
  for (const path of new Set([...pages, ...Object.keys(json)])) {
    const own = json[path];
    space.addComponentStaticConfig(path, {
      ...own,
      usingComponents: { ...app.usingComponents, ...own?.usingComponents },
      ...(!pages.includes(path) && { component: true }),
    });
    space.addCompiledTemplate(path, {
      groupList: templates as never,
      content: templates[path]!,
      fallbackListenerOnNativeNode: true,
    });
  }
}

/** A component whose instances count what they write. */
function counting(definition: Definition, records: Records): Definition {
  const created = (definition.lifetimes?.created ?? definition.created) as (() => void) | undefined;
  return {
    ...definition,
    lifetimes: {
      ...definition.lifetimes,
      created(this: PageInstance) {
        countWrites(this, records);
        created?.call(this);
      },
    },
  };
}

const counted = new WeakSet<PageInstance>();

/** `setData` as it is in WeChat: through JSON from the logic to the view, and done a moment later. */
function countWrites(instance: PageInstance, records: Records): void {
  if (counted.has(instance)) return;
  counted.add(instance);
  const write = instance.setData;
  instance.setData = (data, done) => {
    const json = JSON.stringify(data);
    records.writes.push({ bytes: new TextEncoder().encode(json).length, keys: Object.keys(data) });
    const paths = Object.entries(JSON.parse(json)).map(([path, value]) => [path.replaceAll(".[", "["), value]);
    write.call(instance, Object.fromEntries(paths));
    if (done) setTimeout(() => done.call(instance));
  };
}

const setAttribute = Element.prototype.setAttribute;

/** Inline styles have WeChat's unit too, which the browser does not know. */
Element.prototype.setAttribute = function (name, value) {
  const isStyle = name === "style" && value.includes("rpx");
  setAttribute.call(this, name, isStyle ? value.replace(/(-?\d*\.?\d+)rpx\b/g, "calc(100vw * $1 / 750)") : value);
};
