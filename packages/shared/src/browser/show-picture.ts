/** Shows a picture over everything, as large as it fits, until a tap or Esc; the focus then goes back where it was. */
export function showPicture(root: ParentNode, src: string, words: { alt: string; close: string }): void {
  const dialog = Object.assign(document.createElement("dialog"), { className: "full", ariaLabel: words.alt });
  const button = Object.assign(document.createElement("button"), { type: "button", ariaLabel: words.close });
  button.textContent = "✕";
  dialog.append(button, Object.assign(document.createElement("img"), { src, alt: words.alt }));
  dialog.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  // The page's own shortcuts are not meant.
  for (const type of ["keydown", "keypress", "keyup"])
    dialog.addEventListener(type, (event) => event.stopPropagation());
  root.append(dialog);
  dialog.showModal();
}
