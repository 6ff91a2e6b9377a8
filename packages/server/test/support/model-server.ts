import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came in. */
export type ModelCall = {
  authorization: string | undefined;
  body: {
    model: string;
    messages: { role: string; content: string; tool_calls?: unknown[]; tool_call_id?: string }[];
    tools?: { function: { name: string; parameters: unknown } }[];
    [option: string]: unknown;
  };
};

export type ScriptedReply =
  /** A reply, `step` letters at a time; `finish` is why it ends where that is neither its end nor a cut. */
  | { text: string; step?: number; cut?: true; finish?: string; uncounted?: true }
  /** The beginning of a reply at once, the rest when it is let go. */
  | { first: string; until: Promise<void>; rest: string }
  | { calls: { name: string; input: unknown }[] }
  | { status: number; message?: string }
  /** Headers come, then some text, then silence. */
  | { stall: string }
  /** The connection ends in the middle. */
  | { breakOff: string }
  /** Whatever these bytes are. */
  | { garbage: string; type?: string };

/** A request for vectors as it came in. */
export type EmbedCall = {
  authorization: string | undefined;
  body: { model: string; input: string[]; dimensions?: number; encoding_format?: string };
};

export type EmbedReply =
  | { vectors: number[][]; uncounted?: true }
  | { status: number; message?: string }
  | { garbage: string }
  /** It is never answered. */
  | "silence";

/** A server that speaks OpenAI's protocol by script. */
export type ScriptedModel = {
  /** To be given as `LLM_BASE_URL`. */
  url: string;
  calls: ModelCall[];
  /** What the next requests get, in order; after that what `otherwise` says. */
  next(...replies: ScriptedReply[]): void;
  otherwise(answer: (call: ModelCall) => ScriptedReply): void;
  /** Requests for vectors, and what they get from now on: vectors that mean nothing where nothing is said. */
  embedded: EmbedCall[];
  embeds(answer: (call: EmbedCall) => EmbedReply): void;
  /** Requests wait until they are let go. */
  hold(): () => void;
  /** Settles once this many requests have come. */
  asked(times: number): Promise<ModelCall[]>;
  close(): Promise<void>;
};

export async function startModelServer(): Promise<ScriptedModel> {
  const calls: ModelCall[] = [];
  const replies: ScriptedReply[] = [];
  const watchers = new Set<() => void>();
  let fallback: (call: ModelCall) => ScriptedReply = () => ({ text: "好的。" });
  const embedded: EmbedCall[] = [];
  let embed: (call: EmbedCall) => EmbedReply = ({ body }) => ({ vectors: body.input.map(() => [1, 0, 0]) });
  let held: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      const text = Buffer.concat(parts).toString();
      if (request.url?.endsWith("/embeddings")) {
        const asked = { authorization: request.headers.authorization, body: JSON.parse(text) as EmbedCall["body"] };
        embedded.push(asked);
        for (const look of watchers) look();
        playVectors(response, embed(asked));
        return;
      }
      const body = JSON.parse(text) as ModelCall["body"];
      const call = { authorization: request.headers.authorization, body };
      calls.push(call);
      for (const look of watchers) look();
      const reply = replies.shift() ?? fallback(call);
      await held;
      play(response, reply, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    embedded,
    embeds: (answer) => {
      embed = answer;
    },
    next: (...more) => void replies.push(...more),
    otherwise: (answer) => {
      fallback = answer;
    },
    hold() {
      let letGo = () => {};
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
    asked: (times) =>
      new Promise((resolve) => {
        const look = () => {
          if (calls.length < times) return;
          watchers.delete(look);
          resolve(calls);
        };
        watchers.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function play(response: ServerResponse, reply: ScriptedReply, { model, stream_options }: ModelCall["body"]): void {
  const base = { id: "chat-1", object: "chat.completion.chunk", created: 1, model };
  const write = (delta: object, finish: string | null = null) =>
    response.write(`data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
  if ("status" in reply) {
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: reply.message ?? "no", type: "error", code: null } }));
    return;
  }
  if ("garbage" in reply) {
    response.writeHead(200, { "content-type": reply.type ?? "text/event-stream" });
    response.end(reply.garbage);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  if ("stall" in reply) {
    write({ role: "assistant", content: reply.stall });
    return;
  }
  if ("breakOff" in reply) {
    write({ role: "assistant", content: reply.breakOff });
    setImmediate(() => response.destroy());
    return;
  }
  if ("first" in reply) {
    write({ role: "assistant", content: reply.first });
    void reply.until.then(() => {
      write({ content: reply.rest });
      write({}, "stop");
      response.end("data: [DONE]\n\n");
    });
    return;
  }
  if ("calls" in reply) {
    reply.calls.forEach(({ name, input }, index) => {
      const text = typeof input === "string" ? input : JSON.stringify(input);
      const half = Math.ceil(text.length / 2);
      write({
        tool_calls: [{ index, id: `c${index}`, type: "function", function: { name, arguments: text.slice(0, half) } }],
      });
      write({ tool_calls: [{ index, function: { arguments: text.slice(half) } }] });
    });
    write({}, "tool_calls");
  } else {
    const step = reply.step ?? 3;
    for (let at = 0; at < reply.text.length; at += step) write({ content: reply.text.slice(at, at + step) });
    write({}, reply.finish ?? (reply.cut ? "length" : "stop"));
  }
  const isCounted = stream_options && !("uncounted" in reply);
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  if (isCounted) response.write(`data: ${JSON.stringify({ ...base, choices: [], usage })}\n\n`);
  response.end("data: [DONE]\n\n");
}

function playVectors(response: ServerResponse, reply: EmbedReply): void {
  if (reply === "silence") return;
  const send = (status: number, body: string) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  };
  if ("status" in reply) {
    send(reply.status, JSON.stringify({ error: { message: reply.message ?? "no" } }));
    return;
  }
  if ("garbage" in reply) {
    send(200, reply.garbage);
    return;
  }
  const data = reply.vectors.map((embedding, index) => ({ object: "embedding", index, embedding }));
  const usage = { prompt_tokens: 10 * data.length, total_tokens: 10 * data.length };
  // Their order is not promised: the index says whose they are.
  send(200, JSON.stringify({ object: "list", data: data.reverse(), ...(!reply.uncounted && { usage }) }));
}
