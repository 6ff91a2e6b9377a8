import { type CommandMessage, type ErrorBody, errorBody } from "@yiwen/shared";
import { agentCommands, CommandEnvelope, clientSignals, SignalEnvelope, shopperCommands } from "@yiwen/shared/schema";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { cleanInput } from "./clean-input.ts";

type Check = {
  Check(value: unknown): boolean;
  Errors(value: unknown): { keyword: string; instancePath: string; message: string }[];
};

const envelope: Check = Compile(CommandEnvelope);
const signalEnvelope: Check = Compile(SignalEnvelope);
const typing: Check = Compile(clientSignals.typing);
const inputs = { shopper: compileAll(shopperCommands), agent: compileAll(agentCommands) };

function compileAll(commands: Record<string, TSchema>): Map<string, Check> {
  return new Map(Object.entries(commands).map(([type, schema]) => [type, Compile(schema)]));
}

/** A message off the wire, or why it is none: one code for each way of being wrong. */
export function parseCommand(
  kind: "shopper" | "agent",
  raw: unknown,
): { command: CommandMessage } | { error: ErrorBody } {
  const message = cleanInput(raw);
  if (!envelope.Check(message)) return { error: invalid(envelope, message) };
  const { id, type, conversationId, input = {} } = message as CommandMessage;
  const schema = inputs[kind].get(type);
  if (!schema) return { error: errorBody("unknown_command", `there is no command ${type} here`) };
  if (!schema.Check(input))
    return { error: isTooLong(schema, input) ? errorBody("message_too_long") : invalid(schema, input, "/input") };
  return { command: { id, type, input, ...(conversationId !== undefined && { conversationId }) } };
}

/** A signal off the wire; anything odd is dropped, because signals are not worth an answer. */
export function parseSignal(message: unknown): { conversationId: string; on: boolean } | undefined {
  if (!signalEnvelope.Check(message)) return undefined;
  const { conversationId, type, data } = message as { conversationId: string; type: string; data: unknown };
  return type === "typing" && typing.Check(data) ? { conversationId, on: (data as { on: boolean }).on } : undefined;
}

function invalid(schema: Check, value: unknown, prefix = ""): ErrorBody {
  const [first] = schema.Errors(value);
  return errorBody("invalid_input", first?.message, { path: `${prefix}${first?.instancePath ?? ""}` || "/" });
}

/** The text of a message or a note is over its length, and that is what is wrong. */
function isTooLong(schema: Check, input: unknown): boolean {
  return schema
    .Errors(input)
    .some(({ keyword, instancePath }) => keyword === "maxLength" && /^(\/content)?\/text$/.test(instancePath));
}
