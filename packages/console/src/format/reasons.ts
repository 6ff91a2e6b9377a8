import type { HandoffReason } from "@yiwen/shared";
import type { Texts } from "../i18n/index.ts";

/** A handoff reason in full, with its numbers; ids in it become the reader's words. */
export function reasonDetail(reason: HandoffReason, t: Texts): string {
  const write = t.reasonDetails[reason.code] as (reason: HandoffReason) => string;
  if (reason.code === "risky_topic") return write({ ...reason, topic: topicName(reason.topic, t) });
  if (reason.code === "look_up_down") return write({ ...reason, what: topicName(reason.what, t) });
  return write(reason);
}

/** An intent or a skill in the reader's words; one without a word of its own shows its id. */
export function topicName(id: string, t: Texts): string {
  return t.topics[id] ?? id;
}
