import type { Language } from "@yiwen/shared";
import { type Intent, isIntent } from "../../nlu/intents/registry.ts";
import { loadLines } from "../../nlu/load-data.ts";
import { type Asked, isMeant } from "./point-fit.ts";

/** A question that many shops' policies answer in a section of its own, however shoppers word it. */
export type PolicyPoint = {
  intent: Intent;
  when: RegExp;
  unless?: RegExp;
  /** The plain question, as a policy would put it. */
  ask: Record<Language, string>;
};

const ownMark = "@own";
const rows = loadLines("policy-points.txt").map((line) => line.split("\t"));
const own = rows.find(([name]) => name === ownMark)?.[1] ?? "";

function readPoint([intent = "", zh = "", en = "", when = "", unless]: string[]): PolicyPoint {
  if (!isIntent(intent) || when === "") throw new Error(`policy-points.txt: "${intent} ${zh}" is no point`);
  const point = { intent, ask: { zh, en }, when: new RegExp(when, "iu") };
  return unless ? { ...point, unless: new RegExp(unless.replace(ownMark, own), "iu") } : point;
}

/** In the order of their precision: the first that fits is meant. */
const policyPoints: readonly PolicyPoint[] = rows.filter(([name]) => name !== ownMark).map(readPoint);

/** The policy question that a text asks, where it is one of the known ones; `asked` leaves out what it surely isn't about. */
export function pointOf(text: string, asked?: Asked): PolicyPoint | undefined {
  return policyPoints.find((point) => (!asked || isMeant(point.intent, asked)) && isAsked(point, text));
}

/** What can be refused: who says "我不想换了" asks for something else. */
const refusable = new Set<Intent>(["exchange", "returnGoods", "repair", "cancelOrder"]);
const refusal =
  /(?:不(?:想|要|用|需要|打算|是)?|别)(?:再|给我)?$|\b(?:do(?:n'?t| not)|no longer) (?:want|need)(?: to| an?)? ?$/i;

function isAsked({ intent, when, unless }: PolicyPoint, text: string): boolean {
  const found = when.exec(text);
  if (!found || unless?.test(text)) return false;
  const before = text.slice(0, found.index);
  // "亮不亮" asks how the thing is, "不亮" says that it's broken.
  if (found[0].startsWith("不") && before !== "" && before.at(-1) === found[0][1]) return false;
  return !refusable.has(intent) || !isRefused(before, found[0]);
}

/** "换不换" and "要不要换" ask, they don't refuse. */
function isRefused(before: string, words: string): boolean {
  const isChoice = /(.)不$/u.exec(before)?.[1] === words[0];
  return !isChoice && refusal.test(before);
}
