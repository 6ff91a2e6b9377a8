/** A key that follows the one before within this time belongs to the same words. Milliseconds. */
const pauseMs = 1500;

type Press = Pick<KeyboardEvent, "key" | "target" | "timeStamp">;

/**
 * Answers of every key press whether it is one of somebody who writes: in a field, or on and on where the field
 * was taken away under their fingers, as when a colleague takes the conversation over.
 */
export function createTypingWatch(): (press: Press) => boolean {
  let field: HTMLElement | undefined;
  let lastAt = 0;
  return ({ key, target, timeStamp }) => {
    const element = target as HTMLElement;
    if (element.matches?.("input, textarea, select, [contenteditable]")) {
      // A dialog's fields go away with it, on demand; who presses Escape has stopped writing.
      field = key === "Escape" || element.closest("dialog") ? undefined : element;
      lastAt = timeStamp;
      return true;
    }
    if (!field || field.isConnected || timeStamp - lastAt > pauseMs) return false;
    lastAt = timeStamp;
    return true;
  };
}
