import path from "node:path";
import { defineConfig } from "@tarojs/cli";
import { SlimTemplates } from "./slim-templates";

/** Taro's build of the shop. What is unusual here says why. */
export default defineConfig<"webpack5">(async () => ({
  projectName: "camellia-store",
  date: "2026-11-22",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: "dist",
  framework: "preact",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: false },
  defineConstants: { SHOP_SERVER: JSON.stringify(process.env.SHOP_SERVER ?? "http://127.0.0.1:3000") },
  terser: {
    config: { ecma: 2017, compress: { ecma: 2017, passes: 2 }, output: { comments: false, ascii_only: false } },
  },
  mini: {
    // Half of Taro's depth: no page here nests deeper, and the templates are half as large.
    baseLevel: 8,
    experimental: { compileMode: true },
    // What only the chat's subpackage uses stays out of the main package.
    optimizeMainPackage: { enable: true },
    // The parts of a browser's document that neither preact nor the shop asks for.
    runtime: {
      enableInnerHTML: false,
      enableAdjacentHTML: false,
      enableCloneNode: false,
      enableContains: false,
      enableMutationObserver: false,
      enableSizeAPIs: false,
      enableTemplateContent: false,
    },
    // Yiwen's components come as source.
    compile: { include: [(file: string) => /miniprogram[\\/]src[\\/]taro[\\/]/.test(file)] },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.output.set("chunkLoadingGlobal", "webpackJsonp_camellia");
      chain.plugin("slim-templates").use(SlimTemplates);
      // Yiwen's components ask for this app's Taro, wherever they lie.
      chain.resolve.modules.add("node_modules").add(path.resolve(__dirname, "../node_modules"));
      // preact/compat says that it is React 18, so Taro calls `createRoot`, which only its client entry has.
      chain.resolve.alias.delete("react-dom").set("react-dom$", path.resolve(__dirname, "react-dom-shim.js"));
    },
  },
}));
