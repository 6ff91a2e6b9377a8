import { resolvePath, type Weapp } from "./weapp.ts";

/** WeChat's `require`: a module runs once, without a browser's globals, and a package sees itself and the main one. */
export function createRequire({ modules, roots }: Weapp): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const rootOf = (file: string) => roots.find((root) => file.startsWith(`${root}/`));

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const run = modules[file];
    if (!run) throw new Error(`module '${file}' is not defined`);
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const folder = file.split("/").slice(0, -1);
    const require = (path: string) => {
      const found = resolvePath(folder, path);
      const wanted = modules[found] ? found : `${found}.js`;
      const root = rootOf(wanted);
      if (root !== undefined && root !== rootOf(file)) {
        throw new Error(`'${file}' requires '${wanted}' of another package, which WeChat refuses`);
      }
      return load(wanted);
    };
    run.call(undefined, require, module, module.exports);
    return module.exports;
  }
  return load;
}
