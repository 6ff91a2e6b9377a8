import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "yiwen-eval-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const json = async (...args: string[]) => {
  const { code, out, err } = await runCli(["eval", ...args, "--json"], { DATA_DIR: join(folder, "data") });
  return { code, err, figures: out === "" ? undefined : JSON.parse(out) };
};

test("KN10 a classifier is trained on one file and measured on another; what went wrong is kept", async () => {
  const rows = (label: string, words: string[]) =>
    words.map((word) => JSON.stringify({ text: word, label })).join("\n");
  const a = rows("tea", ["我要绿茶", "来杯红茶", "有乌龙茶吗", "茶叶怎么泡", "普洱茶多少钱", "茶几度泡"]);
  const b = rows("dog", ["狗粮打折吗", "小狗吃什么", "狗绳多长", "狗狗生病了", "给狗洗澡", "大狗能吃吗"]);
  const train = file("train.jsonl", `${a}\n${b}`);
  const test = file(
    "test.csv",
    "text,label\n花茶怎么泡,tea\n狗狗吃几顿,dog\n绿茶好喝吗,dog\n今天下雨吗,oos\n\n缺标签,\n",
  );
  const errors = join(folder, "errors.jsonl");
  const { code, err, figures } = await json("intent", "--train", train, "--test", test, "--errors", errors);
  expect(code, err).toBe(0);
  expect(err).toContain("test.csv:7: label missing");
  expect(figures).toMatchObject({ count: 3, accuracy: 2 / 3, outOfScope: { count: 1 } });
  expect(figures.latency.p99).toBeGreaterThan(0);
  expect(readFileSync(errors, "utf8")).toBe('{"text":"绿茶好喝吗","label":"dog"}\n');
  const again = await json("intent", "--train", train, "--test", errors, "--at-least", "0.5");
  expect(again.code).toBe(1);
}, 60_000);

test("KN10 what ships is measured on sentiment, handoff and retrieval files; knowledge may be searched instead", async () => {
  const sentiment = await json(
    "sentiment",
    file("s.csv", "文本,情感\n垃圾店铺骗子,负\n什么时候发货,0\n质量很好谢谢,positive\n"),
  );
  expect(sentiment.figures).toMatchObject({ count: 3, accuracy: 1 });
  const turns = [
    { by: "shopper", text: "有L码吗", handoff: false },
    { by: "bot", text: "有的" },
    { by: "shopper", text: "骗子！垃圾！我要投诉你们", handoff: true },
  ];
  const handoff = await json("handoff", file("h.jsonl", JSON.stringify({ turns })));
  expect(handoff.figures).toMatchObject({ turns: 2, auc: 1 });
  const retrieval = await json("retrieval", file("r.csv", "query,passage\n多久发货呀,多久发货\n怎么退,如何退货\n"));
  expect(retrieval.figures).toMatchObject({ count: 2, passages: 2, recallAt: { "1": 1 } });
  const policy = file("policy.md", "# 政策\n## 发票\n可以开电子发票。\n## 运费\n满99元包邮。\n");
  const known = await json(
    "retrieval",
    file("k.csv", "query,passage\n能开发票吗,电子发票\n包邮吗,运费\n"),
    "--knowledge",
    policy,
  );
  expect(known.figures).toMatchObject({ passages: 2, recallAt: { "1": 1 } });
}, 60_000);

test("KN10 replies are played to the bot and checked turn by turn", async () => {
  const turns = [
    { say: "满多少包邮", contains: ["99"], never: ["不知道"] },
    { say: "转人工", intent: "human", handoff: true },
  ];
  const wrong = { id: "wrong", turns: [{ say: "你好", contains: ["绝不会说的话"] }] };
  const path = file("replies.jsonl", `${JSON.stringify({ turns })}\n${JSON.stringify(wrong)}\n{"turns":[]}`);
  const { figures, err } = await json("replies", path);
  expect(err).toContain("replies.jsonl:3");
  expect(figures).toMatchObject({ dialogues: 2, checked: 3, right: 2 / 3, failed: [{ id: "wrong", turn: 1 }] });
}, 60_000);

test("KN10 a file that can't be used is one clear line and exit code 1", async () => {
  expect(await json("intent", join(folder, "none.csv"))).toMatchObject({ code: 1 });
  expect((await json("sentiment", file("empty.csv", "text,label\n"))).err).toContain("docs/evaluation.md");
});

test("KN11 the benchmark says what was skipped because its data is not there, and measures the rest", async () => {
  const args = [
    "bench",
    "nlu",
    "--no-rivals",
    "--data",
    folder,
    "--only",
    "intents",
    "retrieval",
    "handoff",
    "weights",
  ];
  const { code, out, err } = await runCli([...args, "--json"], { DATA_DIR: join(folder, "data") });
  expect(code, err).toBe(0);
  const rows = JSON.parse(out).rows as { what: string; ours: string; holds?: boolean }[];
  const skippedRows = rows.filter(({ ours }) => ours === "skipped: data not present");
  expect(skippedRows.map(({ what }) => what)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^banking77 accuracy/)]),
  );
  expect(skippedRows).toHaveLength(rows.length - 1);
  expect(rows.at(-1)).toMatchObject({ what: expect.stringMatching(/^shipped weights/), holds: true });
}, 60_000);
