import { createHash } from "node:crypto";
import { shorten } from "@yiwen/shared";
import type { Passage } from "../dialogue/facts.ts";
import { languageOfDocument } from "../nlu/language.ts";
import type { Block, DocumentInfo } from "./block.ts";
import { markdownBlocks } from "./readers/markdown.ts";

/** Longest passage in characters: what a chat bubble can hold and a shopper will read. */
const longest = 600;
const quoteLength = 240;

type Section = { path: string[]; texts: string[] };

/** A document to cut; `language` is detected where it isn't given. */
export type Document = DocumentInfo & { markdown: string };

/** Cuts Markdown into passages. */
export function chunkMarkdown({ markdown, ...info }: Document): Passage[] {
  return chunkBlocks(info, markdownBlocks(markdown));
}

/** Cuts a document into passages by headings, long sections by paragraphs; ids stay the same when it is imported again. */
export function chunkBlocks(info: DocumentInfo, blocks: Block[]): Passage[] {
  const make = passageMaker(info);
  return sections(blocks).flatMap(({ path, texts }) => {
    // The headings above say what a short question is about.
    const title = path.slice(-2).join(" · ") || info.document;
    return pieces(texts).map((text) => make({ key: path.join(" / "), title, text }));
  });
}

/** Makes passages of a document: their ids come from `key` and how many had that key before. */
export function passageMaker(
  info: DocumentInfo,
): (part: { key: string; title: string; text: string; variants?: string[] }) => Passage {
  const { document, url, language, source, updatedAt } = info;
  const seen = new Map<string, number>();
  return ({ key: within, title, text, variants }) => {
    const key = `${document}\n${within}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      id: createHash("sha256").update(`${key}\n${nth}`).digest("hex").slice(0, 16),
      title,
      quote: shorten(text, quoteLength),
      text,
      document,
      language: language ?? languageOfDocument(`${title}\n${text}`),
      ...(url !== undefined && { url }),
      ...(source !== undefined && { source }),
      ...(updatedAt !== undefined && { updatedAt }),
      ...(variants?.length && { variants }),
    };
  };
}

function sections(blocks: Block[]): Section[] {
  const found: Section[] = [{ path: [], texts: [] }];
  let above: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (block.kind === "text") {
      found.at(-1)!.texts.push(block.text);
      continue;
    }
    // By level and not by depth: documents skip levels.
    above = [...above.filter(({ level }) => level < block.level), block];
    found.push({ path: above.map(({ text }) => text), texts: [] });
  }
  return found;
}

/** Joins paragraphs up to the longest passage; a paragraph longer than that is cut at its sentences. */
export function pieces(paragraphs: string[]): string[] {
  const found: string[] = [];
  for (const part of paragraphs.flatMap(cutLong)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + part.length < longest) found[found.length - 1] = `${last}\n${part}`;
    else found.push(part);
  }
  return found;
}

function cutLong(paragraph: string): string[] {
  if (paragraph.length <= longest) return [paragraph];
  const found: string[] = [""];
  const sentences = paragraph.split(/(?<=[。！？!?；;\n]|\.\s)/);
  for (const sentence of sentences.flatMap(cutHard)) {
    const last = found.at(-1)!;
    if (last !== "" && last.length + sentence.length > longest) found.push(sentence);
    else found[found.length - 1] = last + sentence;
  }
  return found.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** A "sentence" longer than a passage has no end that we know: it is cut where it must be, never inside a character. */
function cutHard(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const letters = [...sentence];
  const size = Math.floor(longest / 2);
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) =>
    letters.slice(at * size, (at + 1) * size).join(""),
  );
}
