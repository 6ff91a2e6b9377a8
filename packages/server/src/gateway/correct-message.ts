import { type AgentInput, refuse } from "@yiwen/shared";
import { exampleOf } from "../nlu/few-shot/example-of.ts";
import { isIntent } from "../nlu/intents/registry.ts";
import { handle } from "../pipeline/handle.ts";
import { conversationOf } from "../pipeline/open-conversation.ts";
import type { Answer } from "./context.ts";
import type { AgentSocket } from "./rooms.ts";

/** `message.correct`: told in the conversation, then kept as an example of the shop; sent again it comes to the same. */
export const correctMessage: Answer<AgentSocket> = async (
  { pipeline },
  socket,
  { id, type, conversationId, input },
) => {
  const { actor } = socket.data;
  const { store, corrections, clock, ids } = pipeline.deps;
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  const { messageId, intent } = input as AgentInput<"message.correct">;
  if (!isIntent(intent)) return refuse("invalid_input", "there is no such intent", { path: "/intent" });
  if (!(await pipeline.conversations.load(actor.shop, conversation.data))) return refuse("conversation_not_found");
  const text = await store.shopperText(actor.shop, conversation.data, messageId);
  if (text === undefined) {
    return refuse("invalid_input", "the shopper wrote no message of this id here", { path: "/messageId" });
  }
  const result = await handle(pipeline, { actor, id, type, conversation: conversation.data, input });
  if (!result.ok) return result;
  await corrections.save(actor.shop, {
    id: ids(),
    text: exampleOf(text),
    intent,
    by: { id: actor.id, name: actor.name },
    conversationId: conversation.data,
    messageId,
    at: clock.now(),
  });
  return result;
};
