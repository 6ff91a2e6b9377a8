import type { ShopperState } from "@yiwen/shared";
import { useMemo } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { Composer } from "../parts/composer.tsx";
import { ThreadList } from "../parts/thread-list.tsx";
import { threadItems } from "../thread/items.ts";

const nothing = () => {};

/** Before the conversation is here: the shape of it, and room to write already. */
export function Loading({ shopper }: { shopper: ShopperState }) {
  const { strings } = useLanguage();
  const { pending, cards, connection } = shopper;
  const items = useMemo(() => threadItems({ pending }), [pending]);
  const isOnline = connection === "online";
  return (
    <>
      <div class="thread">
        <div class="skeleton" role="status">
          <span class="hidden">{strings.loading}</span>
          <i />
          <i />
          <i />
        </div>
        <ThreadList items={items} cards={cards} isOnline={isOnline} />
      </div>
      <Composer isOnline={isOnline} onSend={nothing} />
    </>
  );
}
