import type { Result } from "../result.ts";
import type { ConversationView } from "../view/conversation.ts";

/** Says how far one side has read: once for each new number, and only where there was something to read. */
export function createReading(
  side: "shopper" | "agent",
  viewNow: () => ConversationView | undefined,
  ask: (type: string, input: object) => Promise<Result<unknown>>,
): { read(): void /** Says what could not be said while the connection was down. */; resume(): void } {
  let said = { id: "", seq: 0 };
  let owed = said;
  const say = async (to: typeof said) => {
    const summary = viewNow()?.summary;
    if (!summary || summary.id !== to.id || summary.unread[side] === 0 || to.seq <= summary.read[side]) return;
    if (said.id === to.id && said.seq >= to.seq) return;
    const before = said;
    said = to;
    owed = { id: "", seq: 0 };
    const result = await ask("message.read", { seq: to.seq });
    if (result.ok || !result.error.retryable) return;
    owed = to;
    if (said === to) said = before;
  };
  return {
    read() {
      const view = viewNow();
      if (view) void say({ id: view.summary.id, seq: view.seq });
    },
    resume: () => void say(owed),
  };
}
