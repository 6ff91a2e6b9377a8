import { shorten } from "@yiwen/shared";
import { readColumns } from "../../imports/read-columns.ts";
import { type CsvRecord, readCsv } from "../../imports/read-csv.ts";
import { readTime } from "../../imports/read-time.ts";
import type { DocumentInfo, ReadFile, RejectedPart } from "../block.ts";
import { passageMaker, pieces } from "../chunk.ts";

/** How an FAQ's columns may be called, beside the field's own name. */
const names = {
  question: ["问题", "标准问题", "标准问", "问", "q", "prompt", "title"],
  answer: ["答案", "回答", "答", "a", "response", "reply", "text"],
  variants: ["相似问题", "相似问", "其他问法", "扩展问", "similar", "similar questions", "alternatives", "questions"],
  category: ["分类", "类目", "类别", "topic"],
  url: ["链接", "link"],
  language: ["语言", "lang"],
  updatedAt: ["更新时间", "updated", "date"],
} as const;

type Field = keyof typeof names;
type Cells = Partial<Record<Field, string>> & { line: number };

const longest = { question: 300, answer: 20_000, variants: 200 };
const between = /\s*(?:\n|\||；|;|(?<=[?？])\s*(?=\S))\s*/;
const link = /^(https?:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*)$/;
const china = "Asia/Shanghai";

/** The questions of a CSV list, each with its answer and however many other wordings, in a column or in lines of their own. */
export function faqPassages(info: DocumentInfo, text: string): ReadFile {
  const { records, broken } = readCsv(text);
  const rejected: RejectedPart[] = broken.map(({ line, reason, value }) => part(line, reason, value));
  const [header, ...rest] = records;
  if (!header) return { blocks: [], passages: [], rejected };
  const { at } = readColumns(header.cells, names);
  const missing = (["question", "answer"] as const).filter((field) => at[field] === undefined);
  if (missing.length > 0) {
    const reason = `has no column ${missing.map((field) => `${field} / ${names[field][0]}`).join(" and ")}`;
    return { blocks: [], passages: [], rejected: [part(header.line, reason), ...rejected] };
  }
  const good = goodRows(
    rest.map((record) => cellsOf(record, at)),
    rejected,
  );
  return { blocks: [], passages: good.flatMap((row) => passagesOf(info, row)), rejected: rejected.sort(byLine) };
}

const byLine = (a: RejectedPart, b: RejectedPart) => Number(a.place.slice(5)) - Number(b.place.slice(5));

function part(line: number, reason: string, value?: string): RejectedPart {
  const shown = value && shorten(value, 100);
  return { place: `line ${line}`, reason, ...(shown && { value: shown }) };
}

function cellsOf({ line, cells }: CsvRecord, at: Partial<Record<Field, number>>): Cells {
  const found: Cells = { line };
  for (const field of Object.keys(names) as Field[]) {
    const cell = cells[at[field] ?? -1];
    if (cell) found[field] = cell;
  }
  return found;
}

type Row = Cells & { question: string; answer: string; wordings: string[] };

/** Rows that can be used; a line with a known answer, or with none after one, is one more wording of its question. */
function goodRows(rows: Cells[], rejected: RejectedPart[]): Row[] {
  const asked = new Map<string, number>();
  const answered = new Map<string, Row>();
  const good: Row[] = [];
  for (const row of rows) {
    const fault = faultOf(row, asked);
    if (fault) {
      rejected.push(part(row.line, fault, row.question));
      continue;
    }
    const [question, answer] = [row.question!, row.answer!];
    asked.set(question, row.line);
    const same = answered.get(answer);
    const wordings = (row.variants ?? "").split(between).filter((one) => one !== "" && one.length <= longest.variants);
    if (same) same.wordings.push(question, ...wordings);
    else {
      const kept = { ...row, question, answer, wordings };
      answered.set(answer, kept);
      good.push(kept);
    }
  }
  return good;
}

function faultOf({ question = "", answer = "", url, language, updatedAt }: Cells, asked: Map<string, number>) {
  if (question === "") return "question is missing";
  if (answer === "") return "answer is missing";
  if (question.length > longest.question) return `question is longer than ${longest.question} characters`;
  if (answer.length > longest.answer) return `answer is longer than ${longest.answer} characters`;
  if (asked.has(question)) return `repeats line ${asked.get(question)}`;
  if (url !== undefined && !link.test(url)) return "url must begin with http://, https:// or /";
  if (language !== undefined && language !== "zh" && language !== "en") return "language must be zh or en";
  if (updatedAt !== undefined && readTime(updatedAt, china) === undefined) return "updatedAt is not a time";
  return undefined;
}

function passagesOf(info: DocumentInfo, { question, answer, wordings, ...row }: Row) {
  const title = [row.category, question].filter(Boolean).join(" · ");
  const at = row.updatedAt === undefined ? info.updatedAt : readTime(row.updatedAt, china);
  const make = passageMaker({
    ...info,
    source: info.source ?? "faq",
    ...(row.url && { url: row.url }),
    ...(row.language && { language: row.language as "zh" | "en" }),
    ...(at !== undefined && { updatedAt: at }),
  });
  return pieces(answer.split(/\n\s*\n/)).map((text, nth) =>
    make({ key: question, title, text, ...(nth === 0 && { variants: [...new Set(wordings)] }) }),
  );
}
