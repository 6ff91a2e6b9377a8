import { knowledgeEndings, knowledgeFileBytes } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import { decodeText } from "../imports/decode-text.ts";
import type { Rejection } from "../imports/rejection.ts";
import type { Block, DocumentInfo, ReadFile, RejectedPart } from "../knowledge/block.ts";
import { chunkBlocks } from "../knowledge/chunk.ts";
import { faqPassages } from "../knowledge/readers/faq.ts";
import { htmlBlocks } from "../knowledge/readers/html.ts";
import { markdownBlocks } from "../knowledge/readers/markdown.ts";
import { textBlocks } from "../knowledge/readers/text.ts";
import type { ImportOutcome } from "./import-report.ts";

/** A file as it came; its name is its document's and says what it is. */
export type KnowledgeFile = { name: string; bytes: Uint8Array };

/** What is true of all files of one import; each may say more of itself. */
export type AllFiles = Omit<DocumentInfo, "document">;

/** Passages of one file; more is no document but a mistake. */
const mostPassages = 100_000;

/** Replaces the passages of these documents, each by itself: a file that can't be read leaves what was there. */
export async function importKnowledgeFiles(
  { shopData, documents, clock }: Pick<Deps, "shopData" | "documents" | "clock">,
  shop: string,
  { files, about }: { files: KnowledgeFile[]; about: AllFiles },
): Promise<ImportOutcome> {
  const rejected: Rejection[] = [];
  const named = new Map(files.map((file) => [file.name, file]));
  let imported = 0;
  for (const file of named.values()) {
    const { passages, rejected: parts } = await readPassages(documents, file, { updatedAt: clock.now(), ...about });
    rejected.push(...parts.map((part) => rejectionOf(file.name, part)));
    if (passages.length === 0) continue;
    await shopData.savePassages(shop, [file.name], passages);
    imported += passages.length;
  }
  return { rows: files.length, imported, rejected, ignored: [] };
}

/** The passages of a file, and what of it was left out. */
export async function readPassages(
  documents: Deps["documents"],
  file: KnowledgeFile,
  about: AllFiles,
): Promise<Pick<ReadFile, "passages" | "rejected">> {
  const info = infoOf(file.name, about);
  const { blocks, passages: ready, rejected } = await readFile(documents, file, info);
  const passages = [...ready, ...chunkBlocks(info, blocks)].slice(0, mostPassages);
  return { passages, rejected: passages.length === 0 && rejected.length === 0 ? [empty] : rejected };
}

const empty: RejectedPart = { place: "", reason: "holds no text" };

function rejectionOf(file: string, { place, reason, value }: RejectedPart): Rejection {
  const [field = "", number = "0"] = place.split(" ");
  return { file, line: Number(number), field, reason, ...(value !== undefined && { value }) };
}

/** `x.en.md` is in English, `x.zh.md` in Chinese. */
function infoOf(name: string, about: AllFiles): DocumentInfo {
  const language = /\.(en|zh)\.[a-z]+$/i.exec(name)?.[1]?.toLowerCase() as "en" | "zh" | undefined;
  return { ...about, document: name, ...(language && { language }) };
}

async function readFile(
  documents: Deps["documents"],
  { name, bytes }: KnowledgeFile,
  info: DocumentInfo,
): Promise<ReadFile> {
  if (bytes.length > knowledgeFileBytes) return refused(`is larger than ${knowledgeFileBytes / 1024 / 1024} MB`);
  switch (/\.[a-z]+$/i.exec(name)?.[0].toLowerCase()) {
    case ".md":
    case ".markdown":
      return blocksOf(markdownBlocks(decodeText(bytes)));
    case ".html":
    case ".htm":
      return blocksOf(htmlBlocks(decodePage(bytes)));
    case ".txt":
      return blocksOf(textBlocks(decodeText(bytes)));
    case ".csv":
      return faqPassages(info, decodeText(bytes));
    case ".pdf":
      return documents.read("pdf", bytes);
    case ".docx":
      return documents.read("docx", bytes);
    default:
      return refused(`is none of ${knowledgeEndings.join(", ")}`);
  }
}

function blocksOf(blocks: Block[]): ReadFile {
  return { blocks, passages: [], rejected: [] };
}

function refused(reason: string): ReadFile {
  return { blocks: [], passages: [], rejected: [{ place: "", reason }] };
}

/** Pages say their encoding themselves; Big5 looks like GB18030 to whoever doesn't read that. */
function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return /charset=["']?big5/i.test(head) ? new TextDecoder("big5").decode(bytes) : decodeText(bytes);
}
