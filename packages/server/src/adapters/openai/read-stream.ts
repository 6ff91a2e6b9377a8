import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { ModelReply, ToolCall } from "../../ports/model.ts";
import { ModelFailure } from "./guards.ts";

/** Ends of the protocol and its dialects after which a text is only the beginning of one. */
const cuts = new Set(["length", "content_filter", "sensitive", "model_context_window_exceeded"]);
/** Ends that are the server's trouble, though it answered 200: DeepSeek's, Zhipu's, OpenRouter's. */
const troubles = new Set(["insufficient_system_resource", "network_error", "error"]);

const thinking = /<think>[\s\S]*?(?:<\/think>\s*|$)/g;

/** Puts a streamed reply together; what a model thinks aloud first is left out. */
export async function readStream(
  chunks: AsyncIterable<ChatCompletionChunk>,
  onText: (soFar: string) => void,
): Promise<ModelReply> {
  const calls: ToolCall[] = [];
  let raw = "";
  let told = "";
  let ended = "";
  let usage: ModelReply["usage"] | undefined;
  for await (const chunk of chunks) {
    if (chunk.usage) usage = { inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens };
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    for (const call of choice.delta?.tool_calls ?? []) addCall(calls, call);
    raw += choice.delta?.content ?? "";
    ended = choice.finish_reason ?? ended;
    const text = raw.replace(thinking, "");
    if (text !== told) onText(text);
    told = text;
  }
  if (ended === "" && told === "" && calls.length === 0) throw new ModelFailure("it said nothing", { isPassing: true });
  // A connection that ends without the last word was cut off.
  if (ended === "") throw new ModelFailure("it broke off", { isPassing: true });
  if (troubles.has(ended)) throw new ModelFailure(`it ended with ${ended}`, { isPassing: true });
  const outputTokens = estimate(raw) + calls.reduce((sum, { input }) => sum + estimate(input), 0);
  return { text: told.trim(), calls, isCut: cuts.has(ended), usage: usage ?? { inputTokens: 0, outputTokens } };
}

type CallDelta = NonNullable<ChatCompletionChunk.Choice.Delta["tool_calls"]>[number];

/** Calls come in pieces, by their index; some servers leave out the index or the id. */
function addCall(calls: ToolCall[], { index, id, function: named }: CallDelta): void {
  const at = typeof index === "number" ? index : id || named?.name ? calls.length : calls.length - 1;
  const known = calls[at];
  if (known) {
    known.input += named?.arguments ?? "";
    return;
  }
  calls[at] = { id: id ?? `call_${at}`, name: named?.name ?? "", input: named?.arguments ?? "" };
}

/** About how many tokens a text has, for servers that don't count. */
export function estimate(text: string): number {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return Math.ceil(han + (text.length - han) / 4);
}
