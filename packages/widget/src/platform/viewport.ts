import { sheetOf } from "./style-sheet.ts";

/**
 * Tells the styles how much of the screen is really visible. A phone's keyboard covers the page
 * instead of shrinking it, and only `visualViewport` knows. Answers how to stop.
 */
export function followViewport(root: ShadowRoot): () => void {
  const sheet = sheetOf("");
  const viewport = window.visualViewport;
  const update = () => {
    if (!viewport) return;
    const { height, offsetTop } = viewport;
    sheet.replaceSync(`:host{--yw-visible:${Math.round(height)}px;--yw-above:${Math.round(offsetTop)}px}`);
  };
  const stopped = new AbortController();
  for (const type of ["resize", "scroll"]) viewport?.addEventListener(type, update, { signal: stopped.signal });
  root.adoptedStyleSheets.push(sheet);
  update();
  return () => stopped.abort();
}
