import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../faults/chance.ts";
import type { Entry, Last } from "../faults/history.ts";
import { openTab, type Tab } from "../faults/people/shopper.ts";
import type { Person } from "../faults/people/window.ts";
import type { Stopwatch } from "./waits.ts";

/** Shoppers who write while nodes are deployed. */
export type Shoppers = {
  /** Settles once all are in the chat. */
  areIn(): Promise<void>;
  /** Each writes about every so many milliseconds, until it is called off. */
  write(everyMs: number): () => void;
  /** Settles once everything written is acknowledged and nothing more comes. */
  areAtRest(): Promise<void>;
  last(): Last[];
  close(): void;
};

type Options = { people: readonly Person[]; url: string; chance: Chance; entries: Entry[]; stopwatch: Stopwatch };

/** How long nothing may come before it counts as rest, and how long that may take, in milliseconds. */
const calmMs = 2000;
const patienceMs = 60_000;
const texts = ["L码有货吗", "可以退货吗", "可以开发票吗", "保温杯多大容量", "谢谢"] as const;

/** Opens a window for each, with the widget's own client at its own pace. */
export function gatherShoppers({ people, url, chance, entries, stopwatch }: Options): Shoppers {
  const setting = { entries, chance, origins: () => [url], haste: () => 1, listen: stopwatch.listen };
  const tabs = people.map((person) => openTab(setting, person));
  for (const { client } of tabs) stopwatch.watch(client);
  const isIn = ({ client: { state } }: Tab) => state.connection === "online" && state.thread !== undefined;
  return {
    areIn: () => until(() => tabs.every(isIn)),
    write(everyMs) {
      let isOver = false;
      const writer = async ({ client, pane }: Tab) => {
        await pause(chance.between(0, everyMs));
        while (!isOver) {
          const id = client.send(chance.pick(texts));
          stopwatch.wrote(id);
          pane.recorder.note({ kind: "wrote", id });
          await pause(chance.between(everyMs / 2, everyMs * 1.5));
        }
      };
      for (const tab of tabs) void writer(tab);
      return () => {
        isOver = true;
      };
    },
    async areAtRest() {
      await until(() => tabs.every((tab) => isIn(tab) && tab.client.state.pending.length === 0));
      for (let seen = -1; seen < entries.length; ) {
        seen = entries.length;
        await pause(calmMs);
      }
    },
    last: () => tabs.map((tab) => tab.last()),
    close() {
      for (const { client } of tabs) client.close();
    },
  };
}

/** Gives up in silence: what is not so by then shows in what is proved. */
async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo() && performance.now() < deadline) await pause(50);
}
