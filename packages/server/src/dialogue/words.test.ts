import { Content } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { agentSilentWords, cancelledWords, handoffWords, returnedWords, timedOutWords } from "./words.ts";

const opensAt = Date.UTC(2026, 4, 21, 1);

test("DL37 the words around a handoff are valid content in both languages and let the shopper go back to the bot", () => {
  for (const language of ["zh", "en"] as const) {
    const staffed = handoffWords(language, { staffed: true, timeZone: "Asia/Shanghai" });
    const all = [staffed, timedOutWords(language, { staffed: true, timeZone: "UTC" }), agentSilentWords(language)];
    for (const content of all) {
      expect(content.kind === "choices" && content.choices.map(({ action }) => action.do)).toEqual(["cancelHandoff"]);
    }
    for (const content of [...all, cancelledWords(language), returnedWords(language)]) {
      expect(Value.Check(Content, content)).toBe(true);
    }
  }
});

test("DL37 with nobody there it says so, when the shop opens in its own time, and that the message waits", () => {
  const away = { staffed: false, opensAt, timeZone: "Asia/Shanghai" };
  expect(JSON.stringify(handoffWords("zh", away))).toMatch(/没有人工客服在线.*09:00.*留言/);
  expect(JSON.stringify(handoffWords("en", away))).toMatch(/Nobody is here.*09:00.*inbox/);
  expect(JSON.stringify(handoffWords("zh", { staffed: false, timeZone: "nowhere" }))).toContain("没有人工客服在线");
  expect(JSON.stringify(timedOutWords("zh", away))).toMatch(/没有人工客服在线.*09:00/);
  expect(JSON.stringify(timedOutWords("en", away))).toMatch(/nobody is here.*09:00/);
});

test("DL88 who is upset is told that the shop is sorry", () => {
  const wordsFor = (language: "zh" | "en", isUpset: boolean) =>
    JSON.stringify(handoffWords(language, { staffed: true, timeZone: "Asia/Shanghai", isUpset }));
  expect([wordsFor("zh", true), wordsFor("en", true)]).toEqual([
    expect.stringContaining("很抱歉"),
    expect.stringContaining("I'm sorry"),
  ]);
  expect(wordsFor("zh", false)).not.toContain("抱歉");
});
