/** One row of a JSON file: where it begins, and its value or what is wrong with it. */
export type JsonRow = { line: number; value: unknown } | { line: number; error: string };

/** The rows of a JSON array or of JSON Lines, each parsed alone, so that a broken one costs only itself. */
export function readJson(text: string): JsonRow[] {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  return source.trimStart().startsWith("[") ? readArray(source) : readLines(source);
}

function readLines(source: string): JsonRow[] {
  return source.split(/\r\n|\r|\n/).flatMap((content, i) => (content.trim() === "" ? [] : [readOne(content, i + 1)]));
}

function readOne(source: string, line: number): JsonRow {
  try {
    return { line, value: JSON.parse(source) };
  } catch (error) {
    return { line, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Cuts the top array at its own commas. `JSON.parse` alone would give no line numbers and would
 * lose every row for one missing quote.
 */
function readArray(source: string): JsonRow[] {
  const rows: JsonRow[] = [];
  const lineAt = lineCounter(source);
  let at = source.indexOf("[") + 1;
  for (;;) {
    while (/\s/.test(source[at] ?? "")) at++;
    const line = lineAt(at);
    const { end, stop } = scanElement(source, at);
    if (stop === "brokenText") {
      rows.push({ line, error: "a text is not closed on its line" });
      const next = nextRow(source, at, end);
      if (next === undefined) return rows;
      at = next;
      continue;
    }
    if (stop === "endOfFile") return [...rows, { line, error: "the file ends in the middle of the array" }];
    const last = stop === "]";
    if (end > at || !last) rows.push(readOne(source.slice(at, end), line));
    if (last) {
      const after = source.slice(end + 1).trim() !== "";
      return after ? [...rows, { line: lineAt(end), error: "something follows the end of the array" }] : rows;
    }
    at = end + 1;
  }
}

/** The line of an offset; offsets must not go back. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) if (source[at] === "\n") line++;
    return line;
  };
}

/** Where one element of the array ends, and what ends it. */
function scanElement(source: string, from: number): { end: number; stop: "," | "]" | "brokenText" | "endOfFile" } {
  let depth = 0;
  let inText = false;
  for (let end = from; end < source.length; end++) {
    const char = source[end];
    if (inText) {
      // A line break can't stand inside a JSON text: a quote is missing.
      if (char === "\n") return { end, stop: "brokenText" };
      if (char === "\\") end++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (depth === 0 && (char === "," || char === "]")) return { end, stop: char };
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
  }
  return { end: source.length, stop: "endOfFile" };
}

/** After a broken row: the next line that opens an object at the indentation where the row began. */
function nextRow(source: string, began: number, from: number): number | undefined {
  const indentation = /[ \t]*$/.exec(source.slice(Math.max(0, began - 200), began))?.[0] ?? "";
  const found = source.indexOf(`\n${indentation}{`, from);
  return found === -1 ? undefined : found + 1 + indentation.length;
}
