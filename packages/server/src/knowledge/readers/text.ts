import type { Block } from "../block.ts";

/** How headings of plain texts begin, outermost first. */
const marks: { level: number; when: RegExp }[] = [
  { level: 1, when: /^第[一二三四五六七八九十百零〇\d]+[章篇编部]/ },
  { level: 1, when: /^【[^】]+】$/ },
  { level: 2, when: /^第[一二三四五六七八九十百零〇\d]+节|^[一二三四五六七八九十]+[、.．]/ },
  { level: 3, when: /^[（(][一二三四五六七八九十]+[)）]/ },
  { level: 3, when: /^\d+(?:\.\d+)*[.、．]?\s*\S.*[?？]$|^\d+\.\d+(?:\.\d+)*\s+\S/ },
];
const question = /^(?:q|问|问题|question)\s*\d*\s*[:：.、]\s*(.+)$/i;
const answer = /^(?:a|答|回答|answer)\s*\d*\s*[:：.、]\s*/i;
const longestHeading = 40;
const longestQuestion = 200;
const underline = /^\s*[=\-~*_]{3,}\s*$/;
const questionLevel = 6;

/** The headings and paragraphs of a plain text: by numbering, underlines, "问：" and "答：", and lines that stand alone. */
export function textBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?|\f/g, "\n").split("\n");
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: "text", text: paragraph.join("\n") });
    paragraph = [];
  };
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "" || underline.test(line)) {
      flush();
      continue;
    }
    const around = { before: lines[at - 1]?.trim() ?? "", after: lines[at + 1]?.trim() ?? "" };
    const isTitle = blocks.length === 0 && paragraph.length === 0 && around.after === "" && isShort(line);
    const heading = isTitle ? { level: 1, text: line } : headingOf(line, around);
    if (heading) {
      flush();
      blocks.push({ kind: "heading", ...heading });
    } else paragraph.push(line.replace(answer, "").replace(/^[-*•●]\s+/, "· "));
  }
  flush();
  return blocks.some(({ kind }) => kind === "text")
    ? blocks
    : blocks.map(({ text: words }) => ({ kind: "text", text: words }));
}

/** Short, and no sentence or the beginning of one. */
function isShort(line: string): boolean {
  return line.length <= longestHeading && !/[。；;，,：:.]$/.test(line);
}

function headingOf(
  line: string,
  { before, after }: { before: string; after: string },
): { level: number; text: string } | undefined {
  const asked = question.exec(line)?.[1];
  if (asked !== undefined && line.length <= longestQuestion) return { level: questionLevel, text: asked };
  if (!isShort(line)) return undefined;
  if (underline.test(after)) return { level: after.includes("=") ? 1 : 2, text: line };
  const mark = marks.find(({ when }) => when.test(line));
  if (mark) return { level: mark.level, text: line };
  // A short question by itself, with its answer right below.
  const isAlone = before === "" && after !== "" && !marks.some(({ when }) => when.test(after));
  return isAlone && /[?？]$/.test(line) ? { level: questionLevel, text: line } : undefined;
}
