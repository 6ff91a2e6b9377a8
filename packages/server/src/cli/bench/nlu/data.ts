import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../../imports/read-csv.ts";
import type { LabelledText } from "../../../nlu/intents/classifier.ts";
import { feelings } from "../../../nlu/sentiment/model.ts";
import type { FeltDialogue } from "./felt-dialogues.ts";
import { readPickles } from "./pickle.ts";

/** The public sets in a folder, each undefined where it isn't there; they are measured on, never shipped. */
export type PublicData = {
  banking77(): { train: LabelledText[]; test: LabelledText[] } | undefined;
  smp2017(): { train: LabelledText[]; test: LabelledText[] } | undefined;
  clinc150(): Clinc | undefined;
  lcqmc(): [question: string, other: string][] | undefined;
  reviews(): { text: string; isGood: boolean }[] | undefined;
  serviceLines(): string[] | undefined;
  handoffs(): { train: FeltDialogue[]; test: FeltDialogue[] } | undefined;
};

export type Clinc = Record<"train" | "val" | "test" | "oosVal" | "oosTest", LabelledText[]>;

/** Reads the sets lying in a folder, each when it is asked for. */
export function publicData(folder: string): PublicData {
  const within = <T>(name: string, read: (path: string) => T) => {
    const path = join(folder, name);
    return existsSync(path) ? read(path) : undefined;
  };
  return {
    banking77: () => within("banking77", (path) => ({ train: csv(path, "train.csv"), test: csv(path, "test.csv") })),
    smp2017: () => within("smp2017/Task1data", (path) => ({ train: smp(path, "train"), test: smp(path, "test") })),
    clinc150: () => within("clinc150/data_full.json", clinc),
    lcqmc: () => within("lcqmc/test.txt", pairs),
    reviews: () => within("online_shopping_10_cats/online_shopping_10_cats.csv", reviews),
    serviceLines: () => within("jddc_baseline/devQuestions.txt", firstLines),
    handoffs: () =>
      within("mhch_rssn", (path) => ({
        train: dialogues(join(path, "makeup.eval.pkl")),
        test: dialogues(join(path, "makeup.test.pkl")),
      })),
  };
}

function text(path: string): string {
  return readFileSync(path, "utf8").replace(/^\ufeff/, "");
}

function csv(folder: string, name: string): LabelledText[] {
  const [, ...rows] = readCsv(text(join(folder, name))).records;
  return rows.map(({ cells: [words = "", label = ""] }) => ({ text: words, label }));
}

/** A file a label: `train_app.txt`. */
function smp(folder: string, split: string): LabelledText[] {
  return readdirSync(join(folder, split)).flatMap((name) => {
    const label = name.replace(/^[a-z]+_|\.txt$/g, "");
    const lines = text(join(folder, split, name)).split(/\r?\n/);
    return lines.filter((line) => line.trim() !== "").map((line) => ({ text: line.trim(), label }));
  });
}

function clinc(path: string): Clinc {
  const all = JSON.parse(text(path)) as Record<string, [string, string][]>;
  const of = (name: string) => (all[name] ?? []).map(([words, label]) => ({ text: words, label }));
  return { train: of("train"), val: of("val"), test: of("test"), oosVal: of("oos_val"), oosTest: of("oos_test") };
}

/** The pairs that ask the same. */
function pairs(path: string): [string, string][] {
  const rows = text(path)
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  return rows.flatMap(([a, b, same]) => (a && b && same === "1" ? [[a, b] as [string, string]] : []));
}

function reviews(path: string): { text: string; isGood: boolean }[] {
  const [, ...rows] = readCsv(text(path)).records;
  return rows.map(({ cells: [, label, words = ""] }) => ({ text: words, isGood: label === "1" }));
}

/** What shoppers began with. */
function firstLines(path: string): string[] {
  const lines = text(path).split(/\r?\n/);
  return lines.map((line) => line.split(",")[0] ?? "").filter((line) => line.trim() !== "");
}

/** Words are numbers there; who spoke, how it feels and whether a human was needed stand beside them. */
function dialogues(path: string): FeltDialogue[] {
  const [words, lengths, , , roles, handoffs, moods] = readPickles(readFileSync(path)) as [
    number[][][],
    number[][],
    unknown,
    unknown,
    number[][],
    number[][],
    number[][],
  ];
  return words.map((turns, at) => ({
    turns: turns.map((ids, nth) => ({
      by: roles[at]?.[nth] === 1 ? "shopper" : "bot",
      text: ids
        .slice(0, lengths[at]?.[nth] ?? 0)
        .map(wordOf)
        .join(" "),
      handoff: handoffs[at]?.[nth] === 1,
      feeling: feelings[moods[at]?.[nth] ?? 1] ?? "neutral",
    })),
  }));
}

const letters = "abcdefghij";

/** A word that no lexicon knows, of letters alone: what reads feelings takes no numbers for words. */
function wordOf(id: number): string {
  return `zq${[...String(id)].map((digit) => letters[Number(digit)]).join("")}`;
}
