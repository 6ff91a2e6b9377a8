import { expect, test } from "vitest";
import { actions } from "./index.ts";
import { actionFor, keyNames, type Press } from "./shortcut.ts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});
const named = (p: Press, isTyping = false) => actionFor(p, isTyping, actions)?.name;

test("CO21 every key of every action finds that action", () => {
  for (const action of actions) {
    for (const keys of action.keys ?? []) {
      const key = keys.split("+").at(-1) ?? "";
      const p = press(key, { ctrlKey: keys.startsWith("Mod+"), altKey: keys.startsWith("Alt+") });
      expect(named(p)).toBe(action.name);
    }
  }
});

test("CO21 single keys do nothing while the agent types or composes; combinations still work", () => {
  expect(named(press("t"))).toBe("takeOver");
  expect(named(press("t"), true)).toBeUndefined();
  expect(named(press("t", { isComposing: true }))).toBeUndefined();
  expect(named(press("t", { keyCode: 229 }))).toBeUndefined();
  expect(named(press("µ", { altKey: true, code: "KeyM" }), true)).toBe("note");
  expect(named(press("k", { metaKey: true }), true)).toBe("search");
});

test("CO21 a browser's own combination is not taken for a single key", () => {
  expect(named(press("r", { ctrlKey: true }))).toBeUndefined();
  expect(named(press("t", { metaKey: true }))).toBeUndefined();
});

test("CO24 keys are named as on the reader's keyboard", () => {
  expect(keyNames("Mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyNames("Mod+k", false)).toEqual(["Ctrl", "K"]);
  expect(keyNames("Escape", false)).toEqual(["Esc"]);
});
