import { type Fault, pause } from "./fault.ts";

/** What happens to windows and to the language model. */
export const peopleFaults = {
  /** The tab is gone at once, and opened again from what its browser kept. */
  async crashTab({ crowd, chance }) {
    crowd.crashTab(chance.between(0, crowd.tabs.length - 1));
    return true;
  },
  async crashDesk({ crowd, chance }) {
    crowd.crashDesk(chance.between(0, crowd.desks.length - 1));
    return true;
  },
  async modelStalls({ world: { model }, chance }) {
    model.otherwise(() => ({ stall: "我查" }));
    await pause(chance.between(500, 3000));
    model.otherwise(() => ({ text: "好的。" }));
    return true;
  },
  async modelBreaks({ world: { model }, chance }) {
    const broken = [{ breakOff: "我查" }, { status: 500 }, { status: 429 }, { garbage: "data: {" }];
    const reply = chance.pick(broken) as { status: number };
    model.otherwise(() => reply);
    await pause(chance.between(300, 2000));
    model.otherwise(() => ({ text: "好的。" }));
    return true;
  },
} satisfies Record<string, Fault>;
