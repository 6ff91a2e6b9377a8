import type { InboxFilter } from "@yiwen/shared";
import { useDesk } from "./desk-context.ts";

const filters: InboxFilter[] = ["queue", "mine", "all", "closed"];

/** Which conversations the list shows, with how many wait and how many are this agent's. */
export function Filters() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { filter, counts } = desk.state.value.inbox;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t.inbox.filters}</legend>
      {filters.map((one) => {
        const count = one === "queue" || one === "mine" ? counts[one] : undefined;
        return (
          <button key={one} type="button" class="filter" aria-pressed={filter === one} onClick={() => desk.show(one)}>
            {t.filters[one]}
            {count !== undefined && (
              <span class={`count${one === "queue" && count > 0 ? " count--alert" : ""}`}>{count}</span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
