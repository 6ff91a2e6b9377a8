import { expect, test } from "vitest";
import { createTypingWatch } from "./typing-watch.ts";

const field = (html: string) => {
  document.body.innerHTML = html;
  return document.querySelector("textarea")!;
};
const after = (isTyping: ReturnType<typeof createTypingWatch>) => (key: string, timeStamp: number) =>
  isTyping({ key, target: document.body, timeStamp });

test("CO21 who types on after the field was taken away still types, until a pause", () => {
  const isTyping = createTypingWatch();
  const onPage = after(isTyping);
  const target = field("<textarea></textarea>");
  expect(onPage("t", 500)).toBe(false);
  expect(isTyping({ key: "h", target, timeStamp: 1000 })).toBe(true);
  expect(onPage("e", 1100)).toBe(false);
  target.remove();
  expect([onPage("t", 2400), onPage("e", 3800), onPage("t", 5301), onPage("e", 5400)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("CO21 who left the field with Escape, or wrote in a dialog, has stopped typing once it is gone", () => {
  const isTyping = createTypingWatch();
  const left = field("<textarea></textarea>");
  isTyping({ key: "h", target: left, timeStamp: 1000 });
  isTyping({ key: "Escape", target: left, timeStamp: 1010 });
  left.remove();
  expect(after(isTyping)("n", 1200)).toBe(false);
  const asked = field("<dialog><textarea></textarea></dialog>");
  isTyping({ key: "h", target: asked, timeStamp: 2000 });
  asked.closest("dialog")?.remove();
  expect(after(isTyping)("n", 2100)).toBe(false);
});
