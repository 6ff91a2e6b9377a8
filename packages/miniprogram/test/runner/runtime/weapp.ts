import type { template } from "glass-easel";
import type { AppJson } from "../dist-files.ts";

/** One file of a mini-program's code, wrapped as WeChat wraps it. */
export type WeappModule = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** What a page's or a component's own json says. */
export type ComponentJson = {
  component?: boolean;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  disableScroll?: boolean;
  onReachBottomDistance?: number;
};

/** A built mini-program as `bundleWeapp` wrote it. */
export type Weapp = {
  app: AppJson;
  pages: string[];
  /** The folders of the subpackages. */
  roots: string[];
  json: Record<string, ComponentJson>;
  styles: Record<string, string>;
  templates: Record<string, template.ComponentTemplate["content"]>;
  modules: Record<string, WeappModule>;
};

/** A page's or component's instance, with what its code put into it. */
export type PageInstance = {
  route: string;
  __route__: string;
  options: Record<string, string>;
  setData(data: object, done?: () => void): void;
  onLoad?(query: Record<string, string>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onReachBottom?(): void;
  onPageScroll?(position: { scrollTop: number }): void;
  onShareAppMessage?(from: { from: string }): unknown;
};

/** What `App()` was given. */
export type AppInstance = {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
  onHide?(): void;
};

/** What the test may look at afterwards. */
export type Records = {
  /** Every call of `wx`, in order, with what of its options can be written as JSON. */
  calls: { name: string; options: Record<string, unknown> }[];
  /** Every `setData`: bytes of its JSON, as they cross from logic to view. */
  writes: { bytes: number; keys: string[] }[];
  errors: string[];
};

/** Where a path leads from a file of a folder: `/a` from the root, all else from there. */
export function resolvePath(folder: string[], path: string): string {
  const parts = path.startsWith("/") ? [] : [...folder];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
