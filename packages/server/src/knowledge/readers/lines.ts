import type { Block } from "../block.ts";
import { textBlocks } from "./text.ts";

/** A line of a page as it is printed; sizes and places in points, `top` growing downwards. */
export type PrintedLine = { text: string; size: number; top: number };
export type PrintedPage = { lines: PrintedLine[] };

/** A heading is printed larger than the text by at least this share. */
const larger = 1.12;
/** Lines further apart than this many of their sizes are paragraphs. */
const paragraphGap = 1.9;
const longestHeading = 60;
const edge = 2;

/** The headings and paragraphs of printed pages: by size of print, distance and numbering; running heads and page numbers left out. */
export function printedBlocks(pages: PrintedPage[]): Block[] {
  const repeated = runningLines(pages);
  const lines = pages.flatMap(({ lines }, page) =>
    lines
      .filter((line, at) => !isRunning(line, { at, count: lines.length, repeated }))
      .map((line) => ({ ...line, page })),
  );
  const body = usualSize(lines);
  const sizes = [...new Set(lines.map(({ size }) => round(size)).filter((size) => size >= body * larger))];
  sizes.sort((a, b) => b - a);
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(...textBlocks(run.join("\n")));
    run = [];
  };
  for (const [at, { text, size, top, page }] of lines.entries()) {
    const before = lines[at - 1];
    const level = text.length <= longestHeading ? sizes.indexOf(round(size)) + 1 : 0;
    if (level > 0) {
      const last = blocks.at(-1);
      const goesOn = run.length === 0 && before && round(before.size) === round(size) && last?.kind === "heading";
      if (goesOn && top - before.top < size * paragraphGap && before.page === page)
        last.text += joined(last.text, text);
      else {
        flush();
        blocks.push({ kind: "heading", level, text });
      }
      continue;
    }
    const isNew = before === undefined || before.page !== page || top - before.top > size * paragraphGap;
    if (isNew && run.length > 0 && before && (before.page === page || /[。.！!？?：:]$/.test(before.text)))
      run.push("");
    const last = run.at(-1);
    if (last && !isNew && isWrapped(last, text)) run[run.length - 1] = last + joined(last, text);
    else run.push(text);
  }
  flush();
  return blocks;
}

/** Chinese goes on without a space, English with one, and a word cut by a hyphen without either. */
function joined(before: string, text: string): string {
  return /[a-z0-9,;)]$/i.test(before) && /^[a-z0-9(]/i.test(text) ? ` ${text}` : text;
}

/** A line that ends in the middle of a sentence and is followed by no new item. */
function isWrapped(before: string, text: string): boolean {
  if (/[。！？!?；;：:]$/.test(before) || before.length < 12) return false;
  return !/^(?:[·•●\-*]|第.{1,4}[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|【|[问答QA]\s*[:：])/.test(text);
}

const withoutNumbers = (text: string) => text.replace(/\d+/g, "#").replace(/\s+/g, "");

/** What stands at the top or foot of most pages. */
function runningLines(pages: PrintedPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    const edges = new Set([...lines.slice(0, edge), ...lines.slice(-edge)].map(({ text }) => withoutNumbers(text)));
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([text]) => text));
}

function isRunning(
  { text }: PrintedLine,
  { at, count, repeated }: { at: number; count: number; repeated: Set<string> },
): boolean {
  if (at >= edge && at < count - edge) return false;
  return repeated.has(withoutNumbers(text)) || /^[-–—第]?\s*\d+\s*(?:页|\/\s*\d+)?\s*[-–—]?$/.test(text);
}

function round(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The size that most of the letters have. */
function usualSize(lines: PrintedLine[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
