const path = require("node:path");
const { defineConfig } = require("@tarojs/cli");
const webpack = require("webpack");

const taro = path.dirname(require.resolve("@tarojs/taro/package.json"));
const here = (...parts) => path.resolve(__dirname, "..", ...parts);

/** The chat alone, `--blended`: an app that runs inside another one. Everything here that is not needed to run is for size. */
module.exports = defineConfig({
  projectName: "yiwen-chat",
  date: "2026-11-22",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: "dist",
  framework: "preact",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: false },
  terser: {
    config: {
      ecma: 2017,
      compress: { ecma: 2017, passes: 3, unsafe_arrows: true },
      output: { comments: false },
    },
  },
  mini: {
    // How deep templates go before they nest by a component; deeper ones only make the package larger.
    baseLevel: 8,
    experimental: { compileMode: true },
    minifyXML: { collapseWhitespace: true },
    runtime: {
      enableInnerHTML: false,
      enableAdjacentHTML: false,
      enableCloneNode: false,
      enableContains: false,
      enableMutationObserver: false,
      enableSizeAPIs: false,
      enableTemplateContent: false,
    },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    // The page's source lies outside this app.
    compile: { include: [(file) => /packages[\\/]miniprogram[\\/]src[\\/]taro[\\/]/.test(file)] },
    webpackChain,
  },
});

function webpackChain(chain) {
  // Two Taro bundles in one mini-program would take each other's modules.
  chain.output.set("chunkLoadingGlobal", "webpackJsonp_yiwen_chat");
  chain.output.set("environment", { arrowFunction: true, const: true, destructuring: true, templateLiteral: true });
  chain.optimization.concatenateModules(true).usedExports(true).providedExports(true).sideEffects(true);
  // The page's source asks for what this app has.
  chain.resolve.modules.add("node_modules").add(here("node_modules"));
  chain.resolve.alias
    .delete("react-dom")
    .set("react-dom$", here("config/react-dom-shim.js"))
    .set("@tarojs/taro$", here("config/taro.js"))
    .set("@tarojs/api$", path.dirname(require.resolve("@tarojs/api/package.json", { paths: [taro] })));
  chain
    .plugin("no-browser")
    .use(webpack.NormalModuleReplacementPlugin, [/^\.\/(location|history)\.js$/, here("config/no-browser.js")]);
  chain.module
    .rule("only-ours")
    .test(/@tarojs[\\/](shared[\\/]dist[\\/](components|native-apis)|plugin-platform-weapp[\\/]dist[\\/]runtime)\.js$/)
    .use("only-ours")
    .loader(here("config/only-ours.js"));
}
