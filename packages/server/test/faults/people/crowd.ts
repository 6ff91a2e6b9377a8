import type { Cast } from "../world/shop.ts";
import { actAsAgent, type Desk, openDesk } from "./agent.ts";
import { actAsShopper, openTab, type Tab } from "./shopper.ts";
import type { Setting } from "./window.ts";

/** Everybody who uses the product in a run. */
export type Crowd = {
  readonly tabs: readonly Tab[];
  readonly desks: readonly Desk[];
  /** Somebody does something. */
  act(): void;
  crashTab(index: number): void;
  crashDesk(index: number): void;
  close(): void;
};

/** What the bot knows from the shop, looks up, leaves to the model, or to a human. */
const texts = [
  "L码有货吗",
  "多少钱",
  "可以退货吗",
  "可以开发票吗",
  "我的订单到哪了",
  "保温杯多大容量",
  "有优惠券吗",
  "曲速引擎认得唐僧吗",
  "谢谢",
  "转人工",
] as const;

/** Every third shopper has the chat open in two tabs of one browser. */
const tabsOf = (n: number) => (n % 3 === 0 ? 2 : 1);

/** Opens everybody's windows. */
export function gather(setting: Setting, cast: Cast): Crowd {
  const tabs = cast.shoppers.flatMap((person, n) => Array.from({ length: tabsOf(n) }, () => openTab(setting, person)));
  const desks = cast.agents.map((person) => openDesk(setting, person));
  const colleagues = cast.agents.map(({ id }) => id);
  return {
    tabs,
    desks,
    act() {
      const { chance } = setting;
      if (chance.happens(0.6)) actAsShopper(chance.pick(tabs), setting, texts);
      else actAsAgent(chance.pick(desks), setting, colleagues);
    },
    crashTab(index) {
      const tab = tabs[index];
      if (!tab) return;
      tab.pane.crash();
      tabs[index] = openTab(setting, tab.person);
    },
    crashDesk(index) {
      const desk = desks[index];
      if (!desk) return;
      const followed = Object.keys(desk.client.state.threads);
      desk.pane.crash();
      desks[index] = openDesk(setting, desk.person, followed);
    },
    close() {
      for (const { client } of [...tabs, ...desks]) client.close();
    },
  };
}
