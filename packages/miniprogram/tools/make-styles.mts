// Writes the styles that are made from the widget's and the shared ones: node tools/make-styles.mts
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { iconRules } from "./icon-rules.mts";
import { rpxTwin } from "./rpx-twin.mts";

const here = (path: string) => new URL(path, import.meta.url);

const made = ["tokens.css", "icons.css"];

/** The made styles, by their name in `src/taro/styles`. */
export function madeStyles(): Record<string, string> {
  const folder = here("../src/taro/styles/");
  const written = readdirSync(folder).filter((name) => !made.includes(name));
  const users = written.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  return {
    "tokens.css": rpxTwin(readFileSync(here("../../shared/src/tokens.css"), "utf8"), users),
    "icons.css": iconRules(readFileSync(here("../../widget/src/parts/icon.tsx"), "utf8")),
  };
}

if (import.meta.main) {
  for (const [name, css] of Object.entries(madeStyles())) {
    writeFileSync(here(`../src/taro/styles/${name}`), css);
  }
}
