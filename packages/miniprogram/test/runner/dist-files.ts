import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What of `app.json` the runner and the sizes need. */
export type AppJson = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: AppJson["subPackages"];
  usingComponents?: Record<string, string>;
  window?: { navigationBarTitleText?: string; navigationBarBackgroundColor?: string; navigationBarTextStyle?: string };
  tabBar?: { color?: string; selectedColor?: string; list: TabJson[] };
};

/** One entry of the tab bar. */
export type TabJson = { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string };

/** Bytes of every package of a built mini-program, as WeChat counts them: files as they are, unpacked. */
export type PackageSizes = { main: number; packages: Record<string, number> };

/** The paths of all files under a folder, with forward slashes. */
export function filesIn(folder: string, path = ""): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const here = path ? `${path}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(folder, here) : [here];
  });
}

/** A built mini-program's `app.json`. */
export function readAppJson(dist: string): AppJson {
  return JSON.parse(readFileSync(join(dist, "app.json"), "utf8"));
}

/** The folders of the subpackages, without slashes at their ends. */
export function packageRoots(app: AppJson): string[] {
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ""));
}

/** All pages, those of the subpackages included. */
export function pagesOf(app: AppJson): string[] {
  const subPackages = app.subPackages ?? app.subpackages ?? [];
  return [
    ...app.pages,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root.replace(/^\/|\/$/g, "")}/${page}`)),
  ];
}

/** What each package of a built mini-program weighs. */
export function packageSizes(dist: string): PackageSizes {
  const roots = packageRoots(readAppJson(dist));
  const sizes: PackageSizes = { main: 0, packages: Object.fromEntries(roots.map((root) => [root, 0])) };
  for (const file of filesIn(dist)) {
    if (file.endsWith(".map")) continue;
    const { size } = statSync(join(dist, file));
    const root = roots.find((name) => file.startsWith(`${name}/`));
    if (root === undefined) sizes.main += size;
    else sizes.packages[root] = (sizes.packages[root] ?? 0) + size;
  }
  return sizes;
}
