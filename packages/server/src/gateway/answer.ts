import { type CommandMessage, type Result, refuse, type ShopperCommandType, type ShopperInput } from "@yiwen/shared";
import { isUnreachable } from "../unreachable.ts";
import type { Answer, Gateway } from "./context.ts";
import { parseCommand } from "./validate.ts";

type AnySocket = { data: { actor: { kind: "shopper" | "agent"; shop: string; id: string; expiresAt: number } } };

/**
 * What every command goes through before its own answer: shape, session, rate; and after it: one line
 * of the log. Whatever happens, the sender gets an answer and keeps the connection.
 */
export async function answer<S extends AnySocket>(
  gateway: Gateway,
  answers: Record<string, Answer<S>>,
  socket: S,
  message: unknown,
): Promise<Result<unknown>> {
  const { deps } = gateway.pipeline;
  const { actor } = socket.data;
  const startedAt = performance.now();
  const parsed = parseCommand(actor.kind, message);
  const result =
    "error" in parsed
      ? ({ ok: false, error: parsed.error } as const)
      : await guarded(gateway, answers, socket, parsed.command);
  const command = "command" in parsed ? parsed.command : undefined;
  const data = result.ok ? (result.data as { conversationId?: string; seq?: number }) : undefined;
  const conversation = command?.conversationId ?? data?.conversationId;
  gateway.observe({
    kind: actor.kind,
    shop: actor.shop,
    type: command?.type ?? "invalid",
    ...(conversation && { conversation }),
    ...(data?.seq !== undefined && { seq: data.seq }),
    ms: performance.now() - startedAt,
    ...(!result.ok && { code: result.error.code }),
  });
  if (!result.ok && result.error.code === "internal_error")
    deps.log.warn({ shop: actor.shop, conversation }, "command failed");
  return result;
}

async function guarded<S extends AnySocket>(
  gateway: Gateway,
  answers: Record<string, Answer<S>>,
  socket: S,
  command: CommandMessage,
): Promise<Result<unknown>> {
  const { deps } = gateway.pipeline;
  const now = deps.clock.now();
  if (socket.data.actor.expiresAt <= now) return refuse("token_expired");
  const limited = limit(gateway, socket, command, now);
  if (limited) return limited;
  const { admission } = gateway;
  if (!admission.enter(socket.data.actor.kind))
    return refuse("overloaded", undefined, { retryAfterMs: admission.retryAfterMs() });
  try {
    const own = answers[command.type];
    const result: Result<unknown> = own ? await own(gateway, socket, command) : refuse("unknown_command");
    return result.ok || !(await isMerged(gateway, socket)) ? result : refuse("token_expired");
  } catch (error) {
    deps.log.error({ err: error, type: command.type }, "answering a command failed");
    return isUnreachable(error) ? refuse("unavailable", undefined, { retryAfterMs: 1000 }) : refuse("internal_error");
  } finally {
    admission.leave();
  }
}

/**
 * Whether this shopper turned out to be another since the socket was let in, perhaps by another node: all that was
 * theirs is refused to them now, and signing in again is what helps.
 */
async function isMerged<S extends AnySocket>({ pipeline }: Gateway, socket: S): Promise<boolean> {
  const { kind, shop, id } = socket.data.actor;
  if (kind !== "shopper") return false;
  return (await pipeline.deps.directory.shopper(shop, id))?.mergedInto !== undefined;
}

/** What a shopper says and does that is stored, and told to every agent where it changes who has the floor. */
const stored: ReadonlySet<string> = new Set<ShopperCommandType>([
  "message.send",
  "handoff.request",
  "handoff.cancel",
  "rating.give",
]);

/** What of a shopper's is kept at the pace of messages: by its conversation, and by the person where they may open one. */
function paceOf(shop: string, shopper: string, { type, conversationId, input }: CommandMessage): string | undefined {
  if (stored.has(type)) return conversationId && `${shop}/${conversationId}`;
  if (type !== "conversation.open") return undefined;
  const { consult, fresh } = input as ShopperInput<"conversation.open">;
  return consult || fresh ? `${shop}/open/${shopper}` : undefined;
}

/** The token's own rate first, then its shop's, then the conversation's for what is kept. */
function limit<S extends AnySocket>(
  { limits }: Gateway,
  socket: S,
  command: CommandMessage,
  now: number,
): Result<never> | undefined {
  const { kind, shop, id } = socket.data.actor;
  const byToken = limits.commands.take(`${kind}/${shop}/${id}`, now);
  if (!byToken.ok) return tooFast(byToken);
  const byShop = limits.shop.take(shop, now);
  if (!byShop.ok) return tooFast(byShop);
  const pace = kind === "shopper" ? paceOf(shop, id, command) : undefined;
  const byConversation = pace && limits.messages.take(pace, now);
  return byConversation && !byConversation.ok ? tooFast(byConversation) : undefined;
}

const tooFast = ({ retryAfterMs }: { retryAfterMs: number }) => refuse("rate_limited", undefined, { retryAfterMs });
