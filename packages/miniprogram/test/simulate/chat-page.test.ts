import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agent, type Person } from "../../../server/test/support/people.ts";
import { png } from "../../../server/test/support/pictures.ts";
import { codeFor } from "../../../server/test/support/wechat-server.ts";
import { canSimulate, type SimulatedApp, type SimulatedPage, simulateApp } from "../support/simulated-app.ts";
import { createWorld, type World } from "../support/world.ts";

const dist = fileURLToPath(new URL("../../subpackage_dist", import.meta.url));

let world: World;
let app: SimulatedApp;
let page: SimulatedPage;
let desk: Person<"agent">;
/** Each test goes on where the one before it stopped. */
describe.skipIf(!canSimulate)("the built chat page in the simulator of components", () => {
  beforeAll(async () => {
    world = await createWorld();
    desk = await agent(world.booted, world.shop);
    const yiwen = { server: world.network.url, shop: world.shop.publicKey, pages: { product: "/goods?id={id}" } };
    app = simulateApp(dist, { globalData: { yiwen } });
    app.phone.login = () => ({ code: codeFor("who reads in the simulator") });
    page = app.open("pages/chat/chat", { productId: "hoodie" });
  });
  afterAll(async () => {
    desk?.close();
    app?.close();
    await world?.close();
  });

  const answers = () => page.texts("yw-from-bot");

  /** Writes a message and sends it. */
  function say(words: string): void {
    page.write("yw-field", words);
    page.tap("yw-send");
  }

  test("MP46 the built page opens with the product in its address; its card opens the host's page of it", async () => {
    await expect.poll(() => page.texts("yw-card").join()).toMatch(/山茶加绒连帽卫衣.*¥199/);
    await expect.poll(() => answers().join()).toContain("您在看的是「山茶加绒连帽卫衣」");
    page.tap("yw-card");
    await expect
      .poll(() => app.calls.filter(({ name }) => name === "navigateTo"))
      .toMatchObject([{ options: { url: "/goods?id=hoodie" } }]);
  });

  test("MP53 a choice of the built page that is tapped is said, and answered", async () => {
    expect(page.texts("yw-choice")).toContain("多少钱，有优惠吗");
    page.tap("yw-choice", page.texts("yw-choice").indexOf("多少钱，有优惠吗"));
    await expect.poll(() => page.texts("yw-from-shopper").join()).toContain("多少钱，有优惠吗");
    await expect.poll(() => answers().at(-1)).toContain("¥179");
  });

  test("MP42 what is written is shown and answered", async () => {
    say("有L码吗");
    await expect.poll(() => answers().at(-1)).toMatch(/L码 有货，还有 12 件/);
    expect(page.texts("yw-from-shopper").at(-1)).toContain("有L码吗");
  });

  test("MP53 an answer's sources are their title until they are tapped, and again when they are closed", async () => {
    say("可以退货吗");
    await expect.poll(() => page.texts("yw-sources-title")).toEqual([expect.stringContaining("退换货政策")]);
    expect(page.texts("yw-quote")).toEqual([]);
    page.tap("yw-sources-title");
    await expect.poll(() => page.texts("yw-quote")).toEqual([expect.stringContaining("自签收之日起7天内")]);
    page.tap("yw-sources-title");
    await expect.poll(() => page.texts("yw-quote")).toEqual([]);
    expect(page.texts("yw-sources-title")).toHaveLength(1);
  });

  test("MP82 an answer with a source costs at most 500 bytes of setData beside its words, until it is opened", () => {
    const entries = page.writes.flatMap((write) => Object.entries(JSON.parse(write)));
    const line = entries.map((entry) => JSON.stringify(entry)).find((entry) => entry.includes("依据")) ?? "";
    expect(line).toContain("自签收之日起7天内");
    const [text, title] = [...line.matchAll(/"v":"([^"]+)"/g)].slice(1).map(([, words]) => words);
    expect(title).toContain("退换货政策");
    expect(Buffer.byteLength(line) - Buffer.byteLength(`${text}${title}`)).toBeLessThanOrEqual(500);
  });

  test("MP43 the shopper's latest words say whether they were sent and read", async () => {
    page.tap("yw-ask-agent");
    await expect.poll(() => page.texts("yw-queue")).toHaveLength(1);
    const inbox = await desk.command("inbox.open", { filter: "all" });
    if (!inbox.ok) throw new Error(inbox.error.code);
    await desk.open({}, inbox.data.rows[0]?.conversation.id);
    await desk.does("conversation.takeOver");
    await expect.poll(() => page.texts("yw-status-text").join()).toContain("小美");
    say("在吗");
    await expect.poll(() => page.texts("yw-state")).toEqual(["已送达"]);
    await desk.does("message.read", { seq: desk.view().seq });
    await expect.poll(() => page.texts("yw-state")).toEqual(["已读"]);
  });

  test("MP51 what is written on a lost line says that it waits, and is sent when the line is back", async () => {
    world.network.down();
    await expect.poll(() => page.texts("yw-connection")).toHaveLength(1);
    say("还能今天发货吗");
    await expect.poll(() => page.texts("yw-state")).toEqual(["待发送"]);
    world.network.up();
    await expect.poll(() => page.texts("yw-state"), { timeout: 10_000 }).toEqual(["已送达"]);
    expect(page.texts("yw-connection")).toEqual([]);
    expect(page.texts("yw-from-shopper").filter((text) => text.includes("还能今天发货吗"))).toHaveLength(1);
  });

  test("MP47 a picture has its room when it is chosen, and keeps it on its way up and in the thread", async () => {
    const path = "wxfile://tmp/chosen.png";
    app.phone.files.set(path, { bytes: Uint8Array.from(png(600, 300)), width: 600, height: 300, type: "png" });
    app.album.push(path);
    const before = page.writes.length;
    page.tap("yw-attach");
    const sent = await desk.sees(({ events }) =>
      events.some((event) => event.type === "message.sent" && event.data.content.kind === "image"),
    );
    await expect.poll(() => page.texts("yw-photo")).toHaveLength(1);
    await expect.poll(() => page.texts("yw-is-sending")).toEqual([]);
    await desk.does("message.read", { seq: sent.seq });
    await expect.poll(() => page.texts("yw-state")).toEqual(["已读"]);
    const sizes = page.writes.slice(before).flatMap((write) => write.match(/width: \d+rpx; height: \d+rpx/g) ?? []);
    expect(sizes.length).toBeGreaterThan(1);
    expect(new Set(sizes)).toEqual(new Set(["width: 420rpx; height: 210rpx"]));
  });

  test("MP74 the built page takes a rating once the agent has closed, and reaches the agent", async () => {
    await desk.does("conversation.close", { resolution: "resolved" });
    await expect.poll(() => page.texts("yw-star")).toHaveLength(5);
    page.tap("yw-star", 4);
    await expect.poll(() => page.texts("yw-give")).toHaveLength(1);
    page.write("yw-comment", "很耐心");
    page.tap("yw-give");
    await expect.poll(() => page.texts("yw-thanks")).toHaveLength(1);
    const rated = await desk.sees(({ summary }) => summary.rating !== undefined);
    expect(rated.summary.rating).toMatchObject({ score: 5, comment: "很耐心" });
  });

  test("MP10 nothing that the built page did would be refused by WeChat", () => {
    expect(app.wx.misuses).toEqual([]);
  });
});
