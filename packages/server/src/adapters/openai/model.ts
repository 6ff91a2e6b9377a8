import type OpenAI from "openai";
import { APIError } from "openai";
import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import type { Model, ModelAccess, ModelMessage, ModelReply, ModelRequest } from "../../ports/model.ts";
import { createClients } from "./client.ts";
import { failureOf, kindOf } from "./failures.ts";
import { createGuards, ModelFailure, type Patience } from "./guards.ts";
import { estimate, readStream } from "./read-stream.ts";

const usual: Patience = { concurrency: 8, stallMs: 10_000, retries: 2, retryMs: 300, failures: 5, openMs: 30_000 };

/** What servers of the protocol don't all take; one that refuses it is asked without from then on. */
const optional = ["temperature", "stream_options", "max_tokens"] as const;
type Optional = (typeof optional)[number];

/** Any language model that speaks OpenAI's protocol. `now` answers epoch milliseconds. */
export function createOpenaiModel({ now, ...given }: { now: () => number } & Partial<Patience>): Model {
  const patience = { ...usual, ...given };
  const guardOf = createGuards(patience, now);
  const clientOf = createClients();
  const refused = new Map<string, Set<Optional>>();

  async function attempt(access: ModelAccess, request: ModelRequest): Promise<ModelReply> {
    const key = `${access.baseUrl} ${access.model}`;
    const without = refused.get(key) ?? new Set();
    refused.set(key, without);
    for (;;) {
      try {
        return await once(clientOf(access), bodyOf(access, request, without), request, patience.stallMs);
      } catch (error) {
        const name = refusedOption(error, without);
        if (!name) throw failureOf(error, request.signal);
        without.add(name);
      }
    }
  }

  return {
    async complete(access, request) {
      try {
        const data = await guardOf(access).run(request.signal, () => attempt(access, request));
        return { ok: true, data };
      } catch (error) {
        const kind = kindOf(error, request.signal);
        return { ok: false, error: { kind, message: error instanceof Error ? error.message : String(error) } };
      }
    },
    isDown: (access) => guardOf(access).isOpen(),
  };
}

function bodyOf(
  { model }: ModelAccess,
  { messages, tools, maxTokens }: ModelRequest,
  without: Set<Optional>,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: messages.map(toParam),
    ...(tools?.length && { tools: tools.map((tool) => ({ type: "function" as const, function: tool })) }),
    ...(without.has("max_tokens") ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
    ...(!without.has("temperature") && { temperature: 0.3 }),
    ...(!without.has("stream_options") && { stream_options: { include_usage: true } }),
  };
}

function toParam(message: ModelMessage): ChatCompletionMessageParam {
  switch (message.role) {
    case "system":
    case "user":
      return { role: message.role, content: message.text };
    case "tool":
      return { role: "tool", tool_call_id: message.callId, content: message.text };
    case "assistant": {
      const calls = message.calls?.map(({ id, name, input }) => ({
        id,
        type: "function" as const,
        function: { name, arguments: input },
      }));
      return { role: "assistant", content: message.text, ...(calls?.length && { tool_calls: calls }) };
    }
  }
}

/** One request, ended when nothing comes for too long. */
async function once(
  client: OpenAI,
  body: ChatCompletionCreateParamsStreaming,
  { signal, onText }: ModelRequest,
  stallMs: number,
): Promise<ModelReply> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallMs);
  };
  try {
    const stream = await client.chat.completions.create(body, { signal: AbortSignal.any([signal, stalled.signal]) });
    const reply = await readStream(listened(stream, heard), onText ?? (() => {}));
    if (stalled.signal.aborted) throw new ModelFailure(`silent for ${stallMs} ms`, { isPassing: true });
    if (reply.usage.inputTokens === 0) reply.usage.inputTokens = estimate(JSON.stringify(body.messages));
    return reply;
  } catch (error) {
    if (stalled.signal.aborted && !signal.aborted) {
      throw new ModelFailure(`silent for ${stallMs} ms`, { isPassing: true });
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function* listened<T>(chunks: AsyncIterable<T>, heard: () => void): AsyncIterable<T> {
  for await (const chunk of chunks) {
    heard();
    yield chunk;
  }
}

function refusedOption(error: unknown, without: Set<Optional>): Optional | undefined {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return undefined;
  return optional.find((name) => !without.has(name) && error.message.includes(name));
}
