import { afterAll, beforeAll, expect, test } from "vitest";
import { agent } from "../../../server/test/support/people.ts";
import { isSettled, messages } from "../support/looks.ts";
import type { RunningApp } from "../support/phone.ts";
import { createWorld, type World } from "../support/world.ts";

/** Another seed every time; MP_FAULT_SEED plays one again. */
const seed = Number(process.env.MP_FAULT_SEED ?? Math.floor(Math.random() * 1e9));
const steps = 100;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

function createRandom(from: number): () => number {
  let state = from >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

const textsBy = (kind: "shopper" | "agent", app: RunningApp) =>
  messages(app.yiwen.client.state).flatMap(({ by, data }) =>
    by.kind === kind && data.content.kind === "text" ? [data.content.text] : [],
  );

test(`MP21 a hundred times hidden, shown, cut, killed or without a network: nothing lost or doubled (MP_FAULT_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  const phone = world.phone();
  let app = await phone.start();
  await app.yiwen.client.open();
  const desk = await agent(world.booted, world.shop);
  await desk.open({}, app.yiwen.client.state.thread?.view.summary.id);
  await desk.does("conversation.takeOver");
  const misuses: string[] = [];
  const written = { shopper: [] as string[], agent: [] as string[] };
  let isHidden = false;

  const write = () => {
    const text = `shopper ${written.shopper.length}`;
    app.yiwen.client.send(text);
    written.shopper.push(text);
  };
  const answer = async () => {
    const text = `agent ${written.agent.length}`;
    await desk.says(text);
    written.agent.push(text);
  };
  const faults: (() => unknown)[] = [
    () => {
      isHidden = !isHidden;
      if (isHidden) app.wx.hideApp();
      else app.wx.showApp();
    },
    () => {
      app.wx.hideApp();
      app.wx.showApp();
      isHidden = false;
    },
    () => world.network.cut(),
    () => world.network.freeze(),
    () => world.network.down(),
    () => world.network.up(),
    () => app.wx.changeNetwork({ isConnected: true, networkType: random() < 0.5 ? "wifi" : "4g" }),
    async () => {
      misuses.push(...app.wx.misuses);
      phone.kill();
      app = await phone.start();
      isHidden = false;
      void app.yiwen.client.open();
    },
  ];
  for (let step = 0; step < steps; step++) {
    if (random() < 0.8) write();
    if (random() < 0.4) await answer();
    await faults[Math.floor(random() * faults.length)]?.();
    if (random() < 0.5) app.clock.skip(random() * 20_000);
    await new Promise((go) => setTimeout(go, random() * 15));
  }

  world.network.up();
  app.wx.hideApp();
  app.wx.showApp();
  await expect
    .poll(
      () => {
        // What still waits for its next try needs no patience of ours.
        app.clock.skip(1000);
        return isSettled(app.yiwen.client.state) && textsBy("agent", app).pop();
      },
      { timeout: 20_000 },
    )
    .toBe(written.agent.at(-1));
  while (app.yiwen.client.state.thread?.view.hasOlder) await app.yiwen.client.loadOlder();
  expect(textsBy("shopper", app)).toEqual(written.shopper);
  expect(textsBy("agent", app)).toEqual(written.agent);
  expect([...misuses, ...app.wx.misuses]).toEqual([]);
  // A socket that was given up before it had opened is closed when it opens or fails, which a frozen network puts off.
  world.network.letGo();
  const [current, ...givenUp] = [...app.wx.tasks].reverse();
  await Promise.all(givenUp.map(({ closed }) => closed));
  expect([...app.wx.tasks]).toEqual([current]);
  expect(current?.stage).toBe("open");
});
