import type { Behaviour, BehavioursReply } from "@yiwen/shared";
import { behaviours } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { cleanInput } from "../gateway/clean-input.ts";

type Schema = (typeof behaviours)[keyof typeof behaviours];

/**
 * The events of a batch that can be kept, and why the others can't. Fields we don't know are left out; what is said to
 * have happened later than `now` happened now, because phones' clocks go wrong.
 */
export function readBehaviours(
  events: unknown[],
  now: number,
): { good: Behaviour[]; rejected: BehavioursReply["rejected"] } {
  const good: Behaviour[] = [];
  const rejected: BehavioursReply["rejected"] = [];
  events.forEach((raw, index) => {
    const schema = schemaOf(raw);
    if (!schema) {
      rejected.push({ index, path: "/type", reason: `must be one of ${Object.keys(behaviours).join(", ")}` });
      return;
    }
    const event: unknown = Value.Clean(schema, cleanInput(raw));
    if (Value.Check(schema, event)) {
      good.push({ ...event, at: Math.min(event.at, now) });
      return;
    }
    const [first] = Value.Errors(schema, event);
    rejected.push({ index, path: first?.instancePath ?? "", reason: first?.message ?? "is wrong" });
  });
  return { good, rejected };
}

function schemaOf(event: unknown): Schema | undefined {
  const type = typeof event === "object" && event !== null && "type" in event ? event.type : undefined;
  return typeof type === "string" && Object.hasOwn(behaviours, type)
    ? behaviours[type as keyof typeof behaviours]
    : undefined;
}
