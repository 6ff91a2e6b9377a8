import { sentimentOf } from "../../../nlu/sentiment/sentiment-of.ts";
import type { PublicData } from "./data.ts";
import { percent, type Row, skipped } from "./row.ts";

/** What the shipped weights make of reviews they never saw, and of service lines, most of which feel nothing. */
export function sentimentRows(data: PublicData): Row[] {
  return [reviewRow(data), alarmRow(data)];
}

function reviewRow(data: PublicData): Row {
  const what = "online_shopping_10_cats, good or bad of those not called neutral, shipped weights";
  const reviews = data.reviews();
  if (!reviews) return skipped(what, "89.0");
  const read = reviews.map(({ text, isGood }) => ({ ...sentimentOf(text, "zh"), isGood }));
  const felt = read.filter(({ label }) => label !== "neutral");
  const binary = felt.filter(({ label, isGood }) => (label === "positive") === isGood).length / felt.length;
  // Reviews are never neutral: which side of zero they all fall on is told beside it.
  const forced = read.filter(({ score, isGood }) => score > 0 === isGood).length / read.length;
  const figures = { binary, coverage: felt.length / read.length, forced };
  return {
    what,
    target: "89.0",
    ours: percent(binary),
    holds: binary >= 0.89,
    other: { name: "all, by side", value: percent(forced) },
    figures,
  };
}

/** Those lines have no labels: some are angry, so their share of alarms is more than that of false ones, and only a small one says something. */
function alarmRow(data: PublicData): Row {
  const what = "service lines of jddc called negative (few are)";
  const lines = data.serviceLines();
  if (!lines) return skipped(what, "≤ 3 false");
  const alarms = lines.filter((line) => sentimentOf(line, "zh").label === "negative").length / lines.length;
  return {
    what,
    target: "≤ 3 false",
    ours: percent(alarms),
    ...(alarms <= 0.03 && { holds: true }),
    figures: { alarms },
  };
}
