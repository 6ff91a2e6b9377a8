import type { ShopperState } from "@yiwen/shared";
import { useMemo } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { ThreadList } from "../parts/thread-list.tsx";
import { threadItems } from "../thread/items.ts";

/** Before the conversation is here: the shape of it, and what was written already. */
export function Loading({ shopper: { pending, cards, connection } }: { shopper: ShopperState }) {
  const { strings } = useLanguage();
  const items = useMemo(() => threadItems({ pending }), [pending]);
  return (
    <div class="thread">
      <div class="skeleton" role="status">
        <span class="hidden">{strings.loading}</span>
        <i />
        <i />
        <i />
      </div>
      <ThreadList items={items} cards={cards} isOnline={connection === "online"} />
    </div>
  );
}
