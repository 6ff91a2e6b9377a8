import { fileURLToPath } from "node:url";
import { getDocumentProxy } from "unpdf";
import type { ReadFile, RejectedPart } from "../../knowledge/block.ts";
import { type PrintedLine, type PrintedPage, printedBlocks } from "../../knowledge/readers/lines.ts";

/** Pages that are read of one document. */
const mostPages = 2000;

/** Which glyphs the older encodings of Chinese mean; documents name them without holding them. */
const cMapUrl = fileURLToPath(new URL("../../../data/cmaps/", import.meta.url));

type Item = { str: string; width: number; height: number; transform: number[] };

/** The text of a PDF. Throws what the library throws when it is none; a page without text is reported. */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const pdf = await getDocumentProxy(bytes, { cMapUrl, cMapPacked: true, verbosity: 0 });
  const rejected: RejectedPart[] = [];
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
    const lines = await linesOfPage(pdf, number).catch((error: unknown) => error);
    if (Array.isArray(lines) && lines.length > 0) pages.push({ lines });
    else {
      const reason = Array.isArray(lines) ? "holds no text; a scanned picture can't be read" : "can't be read";
      rejected.push({ place: `page ${number}`, reason });
    }
  }
  if (pdf.numPages > mostPages) {
    rejected.push({ place: `page ${mostPages + 1}`, reason: `and those after it are more than ${mostPages} pages` });
  }
  return { blocks: printedBlocks(pages), passages: [], rejected };
}

async function linesOfPage(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<PrintedLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return linesOf(items.filter((item) => "str" in item) as Item[]);
}

/** Pieces of print on one height are a line, read from left to right. */
function linesOf(items: Item[]): PrintedLine[] {
  const lines: (PrintedLine & { end: number })[] = [];
  for (const { str, width, height, transform } of items) {
    const text = plain(str);
    const line = lines.at(-1);
    if (text.trim() === "") {
      if (line && width > 0 && !line.text.endsWith(" ")) line.text += " ";
      continue;
    }
    const size = height || Math.abs(transform[3] ?? 0);
    const top = -(transform[5] ?? 0);
    const left = transform[4] ?? 0;
    const last = lines.at(-1);
    // Backwards on the same height is another column or cell: a line of its own.
    if (last && Math.abs(last.top - top) < size * 0.5 && left >= last.end - size) {
      const gap = left - last.end;
      last.text += gap > size * 1.5 ? ` · ${text}` : gap > size * 0.2 && /\w$/.test(last.text) ? ` ${text}` : text;
      last.size = Math.max(last.size, size);
      last.end = left + width;
    } else lines.push({ text, size, top, end: left + width });
  }
  return lines.map(({ text, size, top }) => ({ text: text.trim(), size, top }));
}

/** Radicals' signs that Unicode itself makes no letters of. */
const radicals = "⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⺠民⺟母";
const letters = new Map(
  Array.from({ length: radicals.length / 2 }, (_, at) => [radicals[2 * at]!, radicals[2 * at + 1]!]),
);

/** Print often has the radical's sign (⾃) where the letter (自) is meant, and signs that no one sees. */
function plain(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (sign) => letters.get(sign) ?? sign.normalize("NFKC"))
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\ufeff]/gu, "")
    .replace(/\u00a0/g, " ");
}
