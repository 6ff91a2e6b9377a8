import type { Signal } from "@preact/signals";
import type { Suggestion } from "@yiwen/shared";
import { useState } from "preact/hooks";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

type Props = { conversationId: string; draft: Signal<string>; onPick(): void };

/** Replies that the language model proposes; one that is taken stands in the composer, to be read before it is sent. */
export function Suggestions({ conversationId, draft, onPick }: Props) {
  const desk = useDesk();
  const t = desk.settings.t.value.model;
  const [isAsking, setAsking] = useState(false);
  const [list, setList] = useState<Suggestion[]>();

  const ask = async () => {
    setAsking(true);
    const result = await desk.client.command("reply.suggest", {}, conversationId);
    setAsking(false);
    if (result.ok) setList(result.data.suggestions);
    else desk.notices.add({ kind: "refused", error: result.error, conversationId });
  };
  const take = ({ text }: Suggestion) => {
    draft.value = text;
    setList(undefined);
    onPick();
  };

  return (
    <>
      {list && (
        <section class="suggestions" aria-label={t.suggestions}>
          <p class="suggestions__head" role="status">
            {list.length > 0 ? t.suggestions : t.none}
          </p>
          {list.map((one) => (
            <button key={one.text} type="button" class="suggestions__item" onClick={() => take(one)}>
              {one.text}
            </button>
          ))}
        </section>
      )}
      <button
        type="button"
        class="button button--quiet suggestions__ask"
        disabled={isAsking}
        onClick={() => void ask()}
      >
        <Icon name="spark" size={16} />
        {isAsking ? t.suggesting : t.suggest}
      </button>
    </>
  );
}
