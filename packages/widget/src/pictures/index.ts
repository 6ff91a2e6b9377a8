import shared from "@yiwen/shared/pictures.css?inline";
import own from "./pictures.css?inline";

export { createPictures, showPicture } from "@yiwen/shared/browser";

/** The looks of what is in this part, for the root that shows it. */
export function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(shared + own);
  root.adoptedStyleSheets.push(sheet);
}
