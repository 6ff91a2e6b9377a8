import type { Texts } from "../i18n/index.ts";
import type { LeftOut } from "../platform/knowledge.ts";

type Reason = keyof Texts["knowledge"]["reasons"];

/** The server's reasons, as it words them. */
const reasons: readonly (readonly [Reason, RegExp])[] = [
  ["noText", /^holds no text$/],
  ["scanned", /^holds no text; a scanned picture can't be read$/],
  ["tooLarge", /^is larger than (\d+) MB$/],
  ["wrongKind", /^is none of (.+)$/],
  ["notReadable", /^is no (PDF|DOCX) that can be read$/],
  ["locked", /^is protected by a password$/],
  ["tooManyPages", /^and those after it are more than (\d+) pages$/],
  ["unpacksTooLarge", /^unpacks to more than (\d+) MB$/],
  ["tooSlow", /^can't be read in (\d+) seconds$/],
  ["tooMuchMemory", /^needs too much memory$/],
  ["broken", /^can't be read$/],
  ["noColumn", /^has no column (.+)$/],
  ["noQuestion", /^question is missing$/],
  ["noAnswer", /^answer is missing$/],
  ["longQuestion", /^question is longer than (\d+) characters$/],
  ["longAnswer", /^answer is longer than (\d+) characters$/],
  ["repeated", /^repeats line (\d+)$/],
  ["badLink", /^url must begin with /],
  ["badLanguage", /^language must be zh or en$/],
  ["badTime", /^updatedAt is not a time$/],
  ["openQuote", /^a quote is opened and not closed$/],
  ["strayQuote", /^a quote stands where none may$/],
  ["tooManyQuotes", /^too many records with broken quotes; the rest was not read$/],
];

/** Why something was left out, in the reader's words; a reason that is not known stands as the server gave it. */
export function reasonText(reason: string, t: Texts): string {
  for (const [name, pattern] of reasons) {
    const found = pattern.exec(reason);
    if (found) return (t.knowledge.reasons[name] as (part: string) => string)(found[1] ?? "");
  }
  return reason;
}

/** Where in the file it stands: a line, a page, or all of it. */
export function placeText({ field, line }: LeftOut, t: Texts): string {
  if (line === 0) return t.knowledge.wholeFile;
  return field === "page" ? t.knowledge.page(line) : t.knowledge.line(line);
}

/** The kinds of files that are read, as people call them. */
export function knowledgeKinds(t: Texts): string {
  return ["Markdown", "HTML", "TXT", "CSV", "PDF", "DOCX"].join(t.listSeparator);
}
