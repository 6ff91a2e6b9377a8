import { Parser } from "htmlparser2";
import type { Block } from "../block.ts";

/** What is around a page's words, or no words at all. A form itself may hold the whole page, as ASP.NET makes it. */
const skipped = new Set(
  "script style noscript template svg math iframe object nav header footer aside button select datalist textarea head".split(
    " ",
  ),
);
const breaking = new Set(
  "p div li ul ol tr table thead tbody tfoot dl dd section article main blockquote pre figure figcaption details address hr caption form fieldset".split(
    " ",
  ),
);
const cells = new Set(["td", "th"]);
const roots = new Set(["main", "article"]);
const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Below all of a page's own headings. */
const termLevel = 7;

type Reading = { blocks: Block[]; inRoot: Block[]; text: string; heading: number | undefined; cellsInRow: number };

/** The headings and texts of a page: of its main part where it has one, without menus, scripts and what is hidden. */
export function htmlBlocks(html: string): Block[] {
  const reading: Reading = { blocks: [], inRoot: [], text: "", heading: undefined, cellsInRow: 0 };
  let skipping = 0;
  let rootDepth = 0;
  let title = "";
  let isTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "title") isTitle = true;
        // A page's header is a menu, an article's holds its heading.
        const isSkipped = skipped.has(name) && !(name === "header" && rootDepth > 0);
        if (skipping > 0 || isSkipped || isHidden(attributes)) {
          // Elements without an end would never be left again.
          if (!voids.has(name)) skipping++;
          return;
        }
        if (roots.has(name)) rootDepth++;
        open(reading, name, rootDepth > 0);
      },
      ontext(text) {
        if (isTitle) title += text;
        else if (skipping === 0) reading.text += text;
      },
      onclosetag(name) {
        if (name === "title") isTitle = false;
        if (skipping > 0) {
          if (!voids.has(name)) skipping--;
          return;
        }
        close(reading, name, rootDepth > 0);
        if (roots.has(name)) rootDepth--;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  flush(reading, false);
  const found = reading.inRoot.some(({ kind }) => kind === "text") ? reading.inRoot : reading.blocks;
  const named = tidy(title);
  const hasHeading = found.some(({ kind }) => kind === "heading");
  return hasHeading || named === "" ? found : [{ kind: "heading", level: 1, text: named }, ...found];
}

function isHidden(attributes: Record<string, string>): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? "");
}

function levelOf(name: string): number | undefined {
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  return name === "dt" || name === "summary" ? termLevel : undefined;
}

function open(reading: Reading, name: string, isRoot: boolean): void {
  const level = levelOf(name);
  if (level !== undefined) {
    flush(reading, isRoot);
    reading.heading = level;
  } else if (name === "br") reading.text += "\n";
  else if (cells.has(name)) {
    if (reading.cellsInRow++ > 0) reading.text += " · ";
  } else if (breaking.has(name)) {
    // Inside a heading that was never closed, the next paragraph ends it.
    flush(reading, isRoot);
    if (name === "tr") reading.cellsInRow = 0;
    if (name === "li") reading.text = "· ";
  }
}

function close(reading: Reading, name: string, isRoot: boolean): void {
  if (levelOf(name) !== undefined || breaking.has(name)) flush(reading, isRoot);
}

function flush(reading: Reading, isRoot: boolean): void {
  const text = tidy(reading.text);
  const { heading } = reading;
  reading.text = "";
  reading.heading = undefined;
  if (text === "" || text === "·") return;
  const oneLine = text.replace(/\s*\n\s*/g, " ");
  const block: Block =
    heading === undefined ? { kind: "text", text } : { kind: "heading", level: heading, text: oneLine };
  reading.blocks.push(block);
  if (isRoot) reading.inRoot.push(block);
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}
