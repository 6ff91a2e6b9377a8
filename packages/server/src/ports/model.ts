/** Where a language model is reached, in OpenAI's protocol. The key is never logged and never leaves the server. */
export type ModelAccess = { baseUrl: string; apiKey: string; model: string };

/** A tool that the model may call; `parameters` is a JSON Schema. */
export type ToolSpec = { name: string; description: string; parameters: Record<string, unknown> };

/** A call as the model wrote it: `input` is JSON if it is anything. */
export type ToolCall = { id: string; name: string; input: string };

export type ModelMessage =
  | { role: "system" | "user"; text: string }
  | { role: "assistant"; text: string; calls?: ToolCall[] }
  | { role: "tool"; callId: string; text: string };

export type ModelRequest = {
  messages: ModelMessage[];
  tools?: ToolSpec[];
  /** The longest answer, in tokens. */
  maxTokens: number;
  /** Ends the request: nobody waits for it any more. */
  signal: AbortSignal;
  /** Told the whole text so far whenever there is more of it; begins again where a try failed half way. */
  onText?(soFar: string): void;
};

export type ModelUsage = { inputTokens: number; outputTokens: number };

/** `isCut`: it ended in the middle of something, at the limit of tokens or by a filter. */
export type ModelReply = { text: string; calls: ToolCall[]; isCut: boolean; usage: ModelUsage };

/**
 * Why there is no reply. `unavailable`: out of reach, broken, silent, or its circuit is open. `busy`: too many requests
 * are under way here or there. `rejected`: the key, the model's name or the request is wrong. `aborted`: by the caller.
 */
export type ModelErrorKind = "unavailable" | "busy" | "rejected" | "aborted";

/** `message` holds no secret. */
export type ModelResult =
  | { ok: true; data: ModelReply }
  | { ok: false; error: { kind: ModelErrorKind; message: string } };

/** A language model behind OpenAI's protocol. No call throws: what went wrong is in the result. */
export type Model = {
  complete(access: ModelAccess, request: ModelRequest): Promise<ModelResult>;
  /** Its circuit is open: it failed so often that it isn't asked for a while. */
  isDown(access: ModelAccess): boolean;
};
