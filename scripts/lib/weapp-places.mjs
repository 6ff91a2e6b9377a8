import { join } from "node:path";
import { root } from "./environment.mjs";

const at = (...parts) => join(root, ...parts);

/** Says what was built for WeChat and how it is opened there. */
export function printWeappPlaces() {
  console.log(`
Built for WeChat:
  the core         ${at("packages", "miniprogram", "miniprogram_dist")}
  the chat page    ${at("packages", "miniprogram", "subpackage_dist")}   (for native mini-programs)
  a Taro shop      ${at("examples", "weapp-shop")}
  a native shop    ${at("examples", "weapp-native")}

To look at a shop:
  1. npm start                             the server, which the shops speak to; with WECHAT_APP_ID and
                                           WECHAT_APP_SECRET of the test AppID, so that it can sign shoppers in
  2. WeChat DevTools > Import project      the folder of a shop, with that AppID
  3. Details > Local settings              tick "Do not verify valid domains" (不校验合法域名)

docs/miniprogram.md says how the chat comes into a mini-program of your own.`);
}
