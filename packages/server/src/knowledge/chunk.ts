import { createHash } from "node:crypto";
import type { Passage } from "../dialogue/facts.ts";
import { languageOfDocument } from "../nlu/language.ts";

/** Longest passage in characters: what a chat bubble can hold and a shopper will read. */
const longest = 600;
const quoteLength = 240;

type Section = { path: string[]; lines: string[] };

/** A document to cut; `language` is detected where it isn't given. */
export type Document = { document: string; markdown: string; url?: string; language?: Passage["language"] };

/** Cuts Markdown into passages by headings, long sections by paragraphs; ids stay the same when it is imported again. */
export function chunkMarkdown({ document, markdown, url, language }: Document): Passage[] {
  const body = markdown.replace(/\r\n?/g, "\n").replace(/^\uFEFF?---\n[\s\S]*?\n---\n/, "");
  const seen = new Map<string, number>();
  return sections(body).flatMap((section) => {
    const path = section.path.join(" / ");
    // The headings above say what a short question is about.
    const title = section.path.slice(-2).join(" · ") || document;
    return pieces(paragraphs(section.lines)).map((text) => {
      const key = `${document}\n${path}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      const passage: Passage = {
        id: createHash("sha256").update(`${key}\n${nth}`).digest("hex").slice(0, 16),
        title,
        quote: text.length > quoteLength ? `${text.slice(0, quoteLength - 1)}…` : text,
        text,
        document,
        language: language ?? languageOfDocument(`${title}\n${text}`),
      };
      return url === undefined ? passage : { ...passage, url };
    });
  });
}

function sections(markdown: string): Section[] {
  const found: Section[] = [{ path: [], lines: [] }];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      const above = found.at(-1)!.path.slice(0, heading[1]!.length - 1);
      found.push({ path: [...above, plain(heading[2]!)], lines: [] });
    } else found.at(-1)!.lines.push(line);
  }
  return found;
}

function paragraphs(lines: string[]): string[] {
  return lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((paragraph) => plain(paragraph))
    .filter((paragraph) => paragraph !== "");
}

/** Joins paragraphs up to the longest passage; a paragraph longer than that is cut at its sentences. */
function pieces(paragraphsOfSection: string[]): string[] {
  const found: string[] = [];
  for (const part of paragraphsOfSection.flatMap(cutLong)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + part.length < longest) found[found.length - 1] = `${last}\n${part}`;
    else found.push(part);
  }
  return found;
}

function cutLong(paragraph: string): string[] {
  if (paragraph.length <= longest) return [paragraph];
  const found: string[] = [""];
  for (const sentence of paragraph.split(/(?<=[。！？!?；;\n]|\.\s)/)) {
    const last = found.at(-1)!;
    if (last !== "" && last.length + sentence.length > longest) found.push(sentence);
    else found[found.length - 1] = last + sentence;
  }
  return found.map((piece) => piece.trim());
}

/** Markdown marks removed; list items keep a dot, table rows become lines. */
function plain(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, "")
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
