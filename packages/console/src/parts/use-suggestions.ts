import type { Suggestion } from "@yiwen/shared";
import { useState } from "preact/hooks";
import { useDesk } from "./desk-context.ts";

/** Replies that the language model proposes for a conversation; nothing is there until they are asked for. */
export type Suggestions = {
  list: Suggestion[] | undefined;
  isAsking: boolean;
  ask(): Promise<void>;
  clear(): void;
};

export function useSuggestions(conversationId: string): Suggestions {
  const { client, notices } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [list, setList] = useState<Suggestion[]>();
  return {
    list,
    isAsking,
    async ask() {
      setAsking(true);
      const result = await client.command("reply.suggest", {}, conversationId);
      setAsking(false);
      if (result.ok) setList(result.data.suggestions);
      else notices.add({ kind: "refused", error: result.error, conversationId });
    },
    clear: () => setList(undefined),
  };
}
