// `npm run bench -- weapp`: what the mini-program weighs, what it sends to WeChat's view, how soon it answers. The
// milliseconds are this machine's, in Chromium: good to compare, no promise for a phone.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "../../../test/support/browser.ts";
import { distOf } from "../e2e/support/shopper.ts";
import { startWorld } from "../e2e/support/world.ts";
import { packageSizes } from "../test/runner/dist-files.ts";
import { measureWrites, timeToFirstMessage } from "./measure.ts";

const core = fileURLToPath(new URL("../miniprogram_dist/index.js", import.meta.url));
const runs = 5;

async function measure() {
  const sizes = {
    core: statSync(core).size,
    chatSubpackage: packageSizes(distOf("native")).packages.chat ?? 0,
    nativeMain: packageSizes(distOf("native")).main,
    taroMain: packageSizes(distOf("shop")).main,
    taroChat: packageSizes(distOf("shop")).packages.chat ?? 0,
  };
  const [world, browser] = await Promise.all([startWorld(), launch()]);
  try {
    const times: number[] = [];
    for (let n = 0; n < runs; n += 1) times.push(await timeToFirstMessage(browser, world));
    times.sort((one, other) => one - other);
    const setData = await measureWrites(browser, world, 200);
    return { sizes, setData, firstMessageMs: times[Math.floor(runs / 2)] ?? 0 };
  } finally {
    await browser.close();
    await world.close();
  }
}

const figures = await measure();
if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
else {
  const { sizes, setData, firstMessageMs } = figures;
  const rows: [string, string][] = [
    ["core", `${sizes.core} B`],
    ["chat subpackage, prebuilt", `${sizes.chatSubpackage} B`],
    ["native example, main package", `${sizes.nativeMain} B`],
    ["Taro example, main package", `${sizes.taroMain} B`],
    ["Taro example, chat subpackage", `${sizes.taroChat} B`],
    ["setData, opening 200 messages", `${setData.load} B`],
    ["setData, one more message", `${setData.append} B`],
    [`setData, ${setData.prepended} older ones`, `${setData.prepend} B`],
    ["tap to first message (median)", `${firstMessageMs} ms`],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(32)}${value.padStart(12)}`);
}
