import { createShopperClient, type ShopperClient } from "@yiwen/shared";
import { createSocketTransport } from "../../../../widget/src/platform/socket.ts";
import type { Last } from "../history.ts";
import { openPane, type Pane, type Person, type Setting } from "./window.ts";

/** A tab with the widget's own client in it. */
export type Tab = {
  client: ShopperClient;
  pane: Pane;
  person: Person;
  last(): Last;
};

/** Opens the chat in a new tab of this shopper's browser. */
export function openTab(setting: Setting, person: Person): Tab {
  const pane = openPane(setting, person, createSocketTransport);
  const client = createShopperClient(pane.world);
  let shown: string | undefined;
  client.subscribe(({ thread }) => {
    if (!thread) return;
    const { id } = thread.view.summary;
    if (shown && shown !== id) pane.recorder.forget(shown);
    shown = id;
    pane.recorder.look(thread.view);
  });
  void client.open();
  return {
    client,
    pane,
    person,
    last: () => ({
      person: person.id,
      window: pane.name,
      side: "shopper",
      connection: client.state.connection,
      threads: client.state.thread
        ? [{ conversation: client.state.thread.view.summary.id, events: client.state.thread.view.events }]
        : [],
      pending: client.state.pending.map(({ id, status, error }) => ({
        id,
        status,
        ...(error && { code: error.code }),
      })),
    }),
  };
}

/** What a shopper does next, as chance has it. */
export function actAsShopper(tab: Tab, { chance }: Pick<Setting, "chance">, texts: readonly string[]): void {
  const { client, pane } = tab;
  const floor = client.state.thread?.view.summary.floor;
  const failed = client.state.pending.find(({ status }) => status === "failed");
  const share = chance.next();
  if (floor === "closed" && share < 0.5) void client.open({ fresh: true });
  else if (failed && floor !== "closed" && share < 0.6) retry(tab, failed.id);
  else if (share < 0.55) pane.recorder.note({ kind: "wrote", id: client.send(chance.pick(texts)) });
  else if (share < 0.7) client.read();
  else if (share < 0.78) client.typing(chance.happens(0.7));
  else if (share < 0.86) void client.requestHandoff();
  else if (share < 0.9) void client.cancelHandoff();
  else if (share < 0.95) void client.loadOlder();
  else client.reconnectNow();
}

/** A retried message is a new one at the end of what is unsent. */
function retry({ client, pane }: Tab, id: string): void {
  client.retry(id);
  const as = client.state.pending.at(-1)?.id;
  if (as && as !== id) pane.recorder.note({ kind: "retried", id, as });
}
