import type { Language } from "@yiwen/shared";
import { type Intent, isIntent } from "../../nlu/intents/registry.ts";
import { loadLines } from "../../nlu/load-data.ts";

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

/** The policy question that a text asks, where it is one of the known ones. */
export function pointOf(text: string): PolicyPoint | undefined {
  return policyPoints.find(({ when, unless }) => when.test(text) && !unless?.test(text));
}
