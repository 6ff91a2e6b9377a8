/** The key belongs to an input method, which may confirm or cancel with it; 229 covers browsers that end the composition first. */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === 229;
}
