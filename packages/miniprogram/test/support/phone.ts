import type { Yiwen, YiwenOptions } from "../../src/core/yiwen.ts";
import { builtCore } from "./built-core.ts";
import { createFakeWx, createPhoneState, type FakeWx, type PhoneState } from "./fake-wx.ts";
import { runInSandbox } from "./sandbox.ts";
import { createSkippingClock, type SkippingClock } from "./skipping-clock.ts";

type Core = typeof import("../../src/core/index.ts");

/** The app while it runs. */
export type RunningApp = {
  core: Core;
  yiwen: Yiwen;
  wx: FakeWx;
  clock: SkippingClock;
  /** The app's own object, what `getApp()` answers. */
  app: Record<string, unknown>;
  /** Another copy of the core in the same app, as a subpackage brings its own. */
  copy(): Promise<Core>;
};

export type Phone = {
  state: PhoneState;
  /** Starts the app, cold: a new sandbox over the same storage. */
  start(options?: Partial<YiwenOptions>): Promise<RunningApp>;
  /** Kills the app without a word, as WeChat does. */
  kill(): void;
};

/** A phone with the mini-program of one shop on it; `now` is where its clock begins, in epoch milliseconds. */
export function createPhone(options: YiwenOptions & { now: number }): Phone {
  const { now: begin, ...own } = options;
  /** A phone's clock goes on while the app is gone. */
  let now = () => begin;
  const state = createPhoneState();
  let running: RunningApp | undefined;
  const kill = () => {
    running?.clock.stop();
    running?.wx.kill();
    // The system closes what an app that is gone had open.
    for (const task of running?.wx.tasks ?? []) task.close({});
    running = undefined;
  };
  return {
    state,
    kill,
    async start(change = {}) {
      kill();
      const clock = createSkippingClock(now());
      const wx = createFakeWx(state, clock);
      now = clock.now;
      const app: RunningApp["app"] = {};
      const { setTimeout, clearTimeout } = clock;
      const globals = { now: clock.now, setTimeout, clearTimeout, wx, getApp: () => app };
      const copy = async () => runInSandbox<Core>(await builtCore(), globals);
      const core = await copy();
      running = { core, yiwen: core.createYiwen({ ...own, ...change }), wx, clock, app, copy };
      return running;
    },
  };
}
