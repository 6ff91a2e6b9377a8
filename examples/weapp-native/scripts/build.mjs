// Puts the mini-program together: what is written here, and Yiwen's prebuilt chat as its subpackage `chat`.
import { cpSync, existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const yiwen = dirname(createRequire(import.meta.url).resolve("@yiwen/miniprogram/package.json"));
const chat = join(yiwen, "subpackage_dist");
if (!existsSync(chat)) throw new Error("the chat's subpackage is not built");

rmSync(here("dist"), { recursive: true, force: true });
cpSync(here("src"), here("dist"), { recursive: true });
cpSync(chat, here("dist/chat"), { recursive: true });
