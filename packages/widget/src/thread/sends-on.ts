/** What of a key press decides whether it sends. */
export type KeyPress = Pick<KeyboardEvent, "key" | "shiftKey" | "isComposing" | "keyCode">;

/**
 * Whether a key press sends the message: Enter does, Shift+Enter breaks the line, and the Enter that
 * confirms a composition (Chinese, Japanese…) only confirms. Safari tells that Enter after the
 * composition has ended, with key code 229; some input methods tell it as a plain Enter within the same moment.
 */
export function sendsOn(press: KeyPress, msSinceComposition: number): boolean {
  return (
    press.key === "Enter" && !press.shiftKey && !press.isComposing && press.keyCode !== 229 && msSinceComposition > 30
  );
}
