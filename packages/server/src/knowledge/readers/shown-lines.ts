/** A line as the page shows it; `isCode` inside a fence, whose marks count as code too. */
export type ShownLine = { line: string; isCode: boolean };

/** A line without what is in comments; `isOpen` where the last one goes on in the next line. */
type Uncommented = { line: string; isOpen: boolean };

/**
 * The lines of a Markdown text that its page shows: what merchants write in comments is for themselves, over however
 * many paragraphs, and may be what nobody should read. A comment that never ends hides the rest, as it does in a
 * browser. In code a comment is shown as it stands.
 */
export function shownLines(lines: string[]): ShownLine[] {
  const shown: ShownLine[] = [];
  let fence = "";
  let isHidden = false;
  for (const written of lines) {
    const before = fence;
    if (!isHidden) fence = fenceAfter(before, written);
    const isCode = before !== "" || fence !== "";
    const { line, isOpen }: Uncommented = isCode ? { line: written, isOpen: false } : uncommented(written, isHidden);
    // A line of nothing but a comment divides no paragraph.
    const isGone = (isHidden || line !== written) && line.trim() === "";
    isHidden = isOpen;
    if (!isGone) shown.push({ line, isCode });
  }
  return shown;
}

function uncommented(line: string, isHidden: boolean): Uncommented {
  let kept = "";
  let at = 0;
  let isOpen = isHidden;
  // Of code within a line only the marks of its own length end it.
  const next = /(`+)[^`]*\1|<!--/g;
  while (at < line.length) {
    if (isOpen) {
      const end = line.indexOf("-->", at);
      if (end < 0) return { line: kept, isOpen };
      at = end + 3;
      isOpen = false;
    }
    next.lastIndex = at;
    const found = next.exec(line);
    if (!found) return { line: kept + line.slice(at), isOpen };
    isOpen = found[0] === "<!--";
    const end = found.index + found[0].length;
    kept += line.slice(at, isOpen ? found.index : end);
    // "<!-->" is a whole comment.
    at = isOpen ? end - 2 : end;
  }
  return { line: kept, isOpen };
}

/** The mark of the fence that is open after a line, or none. */
function fenceAfter(open: string, line: string): string {
  const [, mark = "", rest = ""] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (open !== "") return mark.startsWith(open) && rest.trim() === "" ? "" : open;
  // With marks after it, it is code within a line.
  return mark.startsWith("`") && rest.includes("`") ? "" : mark;
}
