import { afterAll, beforeAll, expect, test } from "vitest";
import { shopper } from "../../../server/test/support/people.ts";
import { isSettled, ownTexts, sees } from "../support/looks.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("MP1 opens", async () => {
  const { yiwen, wx } = await world.phone().start();
  expect(await yiwen.client.open()).toMatchObject({ ok: true });
  yiwen.client.send("有L码吗");
  const state = await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length === 1);
  expect(ownTexts(state)).toEqual(["有L码吗"]);
  expect(wx.misuses).toEqual([]);
});
