import type { Block } from "../block.ts";
import { shownLines } from "./shown-lines.ts";

/** The headings and paragraphs of a Markdown text, without its marks and comments. */
export function markdownBlocks(markdown: string): Block[] {
  const body = markdown.replace(/\r\n?/g, "\n").replace(/^\uFEFF?---\n[\s\S]*?\n---\n/, "");
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = () => {
    for (const text of paragraphs(lines)) blocks.push({ kind: "text", text });
    lines = [];
  };
  for (const { line, isCode } of shownLines(body.split("\n"))) {
    const heading = isCode ? null : /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (!heading) {
      lines.push(line);
      continue;
    }
    flush();
    blocks.push({ kind: "heading", level: heading[1]!.length, text: plain(heading[2]!) });
  }
  flush();
  return blocks;
}

function paragraphs(lines: string[]): string[] {
  return lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((paragraph) => plain(paragraph))
    .filter((paragraph) => paragraph !== "");
}

/** Markdown marks removed; list items keep a dot, table rows become lines. */
function plain(markdown: string): string {
  return markdown
    .replace(/^\s*(```|~~~).*$/gm, "")
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, "")
    .replace(/^\s*\|\s*(.*?)\s*\|\s*$/gm, (_, row: string) => row.split(/\s*\|\s*/).join(" · "))
    .replace(/^\s*[-*+]\s+/gm, "· ")
    .replace(/^\s*>\s?/gm, "")
    .replace(/(\*\*|__)(.*?)\1/g, "$2")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
