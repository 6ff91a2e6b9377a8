import { expect, it } from "vitest";
import { createHarness, shown } from "../../test/harness.ts";

/** The server and the session know the shopper by another name from now on. */
function rename({ server, session }: ReturnType<typeof createHarness>): void {
  server.tokens = new Set(["token-2"]);
  Object.assign(session, { token: "token-2", scope: "s2" });
}

it("CL72 renewed under another name, a client keeps its thread, what is unsent and what it was asked for, done once", async () => {
  const harness = createHarness();
  const { clock, server, session, shopper } = harness;
  const { client, storage } = shopper();
  void client.open();
  await clock.advance(100);
  server.cards.products.p1 = { id: "p1" } as never;
  server.losesAck = () => true;
  server.drops = () => true;
  const id = client.send("有货吗");
  const consulted = client.open({ consult: { productId: "p1" } });
  await clock.advance(15);
  rename(harness);
  server.losesAck = undefined;
  server.drops = undefined;
  const before = server.connects.length;
  client.renew();
  expect(client.state.thread?.view.summary.id).toBe("c1");
  expect(shown(client.state)).toEqual(["[有货吗]"]);
  await clock.advance(500);
  expect(await consulted).toMatchObject({ ok: true });
  expect(server.connects).toHaveLength(before + 1);
  expect(session.asked).toEqual([undefined, undefined]);
  expect(shown(client.state)).toEqual(["有货吗"]);
  const events = server.logs.get("c1")!.events.map(({ type }) => type);
  expect(events.filter((type) => type === "conversation.consulted")).toHaveLength(1);
  expect(server.received.filter((message) => message.id === id)).toHaveLength(2);
  expect(storage.values.size).toBe(0);
});

it("CL72 what could not be sent is kept under the new name", async () => {
  const harness = createHarness();
  const { clock, server, shopper } = harness;
  const { client, cut, storage } = shopper();
  void client.open();
  await clock.advance(100);
  server.isDown = true;
  cut();
  client.send("还没发出");
  rename(harness);
  client.renew();
  await clock.advance(100);
  expect([...storage.values.keys()].map((key) => key.split(":")[1])).toEqual(["s2"]);
});

it("CL72 before it was opened and while it is paused a client is not connected by it, and one that was refused starts over", async () => {
  const harness = createHarness();
  const { clock, server, shopper } = harness;
  const { client, cut } = shopper();
  client.renew();
  await clock.advance(100);
  expect(server.connects).toEqual([]);
  void client.open();
  await clock.advance(100);
  client.pause();
  const before = server.connects.length;
  rename(harness);
  client.renew();
  await clock.advance(100);
  expect(server.connects).toHaveLength(before);
  client.reconnectNow();
  await clock.advance(100);
  expect(client.state.connection).toBe("online");
  cut("identity_invalid");
  expect(client.state.connection).toBe("refused");
  client.renew();
  await clock.advance(100);
  expect(client.state.connection).toBe("online");
});
