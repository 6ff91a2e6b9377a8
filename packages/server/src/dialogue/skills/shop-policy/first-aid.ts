import type { HandoffReason, Language } from "@yiwen/shared";
import type { Facts } from "../../facts.ts";
import type { Turn } from "../../turn.ts";
import { findPoint } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import { sayText, sourceOf } from "../speak.ts";

/** What the shop's pages say to do at once where somebody is hurt, told before the human comes, who may take a while. */
export function firstAid(
  reasons: HandoffReason[],
  { text, language, facts }: { text: string; language: Language; facts: Facts },
): Turn[] {
  const isHurt = reasons.some((reason) => reason.code === "risky_topic" && reason.topic === "injury");
  if (!isHurt || pointOf(text)?.intent !== "repair") return [];
  const passage = findPoint(facts, { text, language });
  return passage ? [sayText(passage.answer, [sourceOf(passage)])] : [];
}
