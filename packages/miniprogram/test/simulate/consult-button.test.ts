import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goods } from "../../../server/test/support/shop.ts";
import { canSimulate, type SimulatedApp, simulateApp } from "../support/simulated-app.ts";

const dist = fileURLToPath(new URL("../../../../examples/weapp-shop/dist", import.meta.url));

let app: SimulatedApp;
describe.skipIf(!canSimulate)("the built Taro shop in the simulator of components", () => {
  beforeAll(() => {
    app = simulateApp(dist, {});
    app.phone.answer = ({ path }) => (path === "/shop/catalogue.json" ? { statusCode: 200, data: goods } : undefined);
  });
  afterAll(() => app?.close());

  test("MP46 the button of the built Taro shop opens the chat with the product that it stands on", async () => {
    const page = app.open("pages/product/product", { id: "hoodie" });
    await expect.poll(() => page.texts("yw-consult-button")).toEqual(["一键咨询"]);
    page.tap("yw-consult-button");
    await expect
      .poll(() => app.calls.filter(({ name }) => name === "navigateTo"))
      .toMatchObject([{ options: { url: "/chat/pages/chat/chat?productId=hoodie" } }]);
  });

  test("MP78 a product with a consult button asks nothing of the chat's server, tapped or not", () => {
    expect(app.wx.socketsAsked).toBe(0);
    expect(app.wx.requests.map(({ path }) => path)).not.toContain("/v1/sessions");
  });
});
