import { expect, test, vi } from "vitest";
import { createStorage } from "../platform/storage.ts";
import { fakePage } from "../testing/test-desk.ts";
import { createDrafts } from "./drafts.ts";
import { createNotices } from "./notices.ts";
import { createQuickReplies, matchReplies } from "./quick-replies.ts";
import { createSettings } from "./settings.ts";

test("CO26 a draft belongs to one conversation and one mode, and survives a reload", () => {
  const storage = createStorage("t.", null);
  const drafts = createDrafts(storage);
  drafts.of("a", "reply").value = "稍等";
  drafts.of("a", "note").value = "VIP";
  const reloaded = createDrafts(storage);
  expect(reloaded.of("a", "reply").value).toBe("稍等");
  expect(reloaded.of("a", "note").value).toBe("VIP");
  expect(reloaded.of("b", "reply").value).toBe("");
});

test("CO26 a sent draft leaves nothing behind", () => {
  const storage = createStorage("t.", null);
  const draft = createDrafts(storage).of("a", "reply");
  draft.value = "x";
  draft.value = "";
  expect(storage.keys("")).toEqual([]);
});

test("CO28 quick replies are found by what follows the slash; an emptied list goes back to the defaults", () => {
  expect(matchReplies(["您好", "Please wait"], "WAIT")).toEqual(["Please wait"]);
  expect(matchReplies(["您好", "Please wait"], "")).toHaveLength(2);
  const quick = createQuickReplies(createStorage("t.", null));
  quick.save(" 一 \n\n二");
  expect(quick.own.value).toEqual(["一", "二"]);
  quick.save("  \n");
  expect(quick.own.value).toBeUndefined();
});

test("CO39 language, theme, filter and sound are remembered, and language and theme reach the page", () => {
  const storage = createStorage("t.", null);
  const { page, told } = fakePage();
  const settings = createSettings(storage, page);
  expect(told).toMatchObject({ locale: "zh-CN", theme: "system" });
  settings.locale.value = "en";
  settings.theme.value = "dark";
  settings.filter.value = "mine";
  settings.isMuted.value = true;
  expect(told).toMatchObject({ locale: "en", theme: "dark" });
  const again = createSettings(storage, fakePage().page);
  expect([again.locale.value, again.theme.value, again.filter.value, again.isMuted.value]).toEqual([
    "en",
    "dark",
    "mine",
    true,
  ]);
  expect(again.t.value.product).toBe("Yiwen console");
});

test("CO39 a setting that is no longer known falls back to the first", () => {
  const storage = createStorage("t.", null);
  storage.set("settings.filter", "archived");
  expect(createSettings(storage, fakePage().page).filter.value).toBe("queue");
});

test("CO33 a status chosen in another tab of the browser is this tab's too", () => {
  localStorage.clear();
  const settings = createSettings(createStorage("t."), fakePage().page);
  const hear = (key: string, newValue: string) =>
    window.dispatchEvent(new StorageEvent("storage", { key, newValue, storageArea: localStorage }));
  hear("t.settings.presence", "away");
  expect(settings.presence.value).toBe("away");
  hear("t.settings.presence", "asleep");
  hear("other.settings.presence", "offline");
  expect(settings.presence.value).toBe("away");
  expect(localStorage.getItem("t.settings.presence")).toBe("away");
});

test("CO30 notices leave by themselves, and never more than three stand there", () => {
  vi.useFakeTimers();
  const notices = createNotices((ms, run) => void setTimeout(run, ms));
  for (const name of ["a", "b", "c", "d"]) notices.add({ kind: "transferred", name });
  expect(notices.list.value.map((notice) => notice.kind === "transferred" && notice.name)).toEqual(["b", "c", "d"]);
  vi.runAllTimers();
  expect(notices.list.value).toEqual([]);
  vi.useRealTimers();
});
