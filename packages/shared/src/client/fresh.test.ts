import { expect, it } from "vitest";
import { createHarness, shown } from "../../test/harness.ts";
import { refuse } from "../result.ts";

/** A client whose latest conversation is closed, or whose browser knows nothing of it yet. */
async function closed(isKnown: boolean) {
  const harness = createHarness();
  const { server, clock } = harness;
  server.create();
  const { client, storage } = harness.shopper();
  const close = () =>
    server.append("c1", { kind: "agent" }, { type: "conversation.closed", data: { resolution: "resolved" } });
  if (!isKnown) close();
  else {
    void client.open();
    await clock.advance(100);
    close();
    await clock.advance(100);
    expect(client.state.thread?.view.summary.floor).toBe("closed");
  }
  return { ...harness, client, storage };
}

const freshOnes = (server: { received: { input: unknown }[] }) =>
  server.received.filter(({ input }) => (input as { fresh?: boolean }).fresh);

it("CL70 what is written while the conversation is closed goes into one fresh conversation, in order", async () => {
  const { server, clock, client } = await closed(true);
  client.send("还在吗");
  client.send("想再问一下");
  expect(shown(client.state)).toEqual(["[还在吗]", "[想再问一下]"]);
  await clock.advance(500);
  expect(client.state.thread?.view.summary.id).toBe("c2");
  expect(shown(client.state)).toEqual(["还在吗", "想再问一下"]);
  expect(freshOnes(server)).toHaveLength(1);
  expect([...server.logs.keys()]).toEqual(["c1", "c2"]);
});

it("CL70 what is written before the first page, or left by an earlier one, is not given to a closed conversation", async () => {
  const { server, clock, client, shopper, storage } = await closed(false);
  void client.open();
  client.send("在吗");
  await clock.advance(500);
  expect(shown(client.state)).toEqual(["在吗"]);
  expect(client.state.thread?.view.summary.id).toBe("c2");
  server.append("c2", { kind: "agent" }, { type: "conversation.closed", data: { resolution: "resolved" } });
  await clock.advance(100);
  client.close();
  client.send("晚点再看");
  const next = shopper(storage);
  void next.client.open();
  await clock.advance(500);
  expect(next.client.state.thread?.view.summary.id).toBe("c3");
  expect(shown(next.client.state)).toEqual(["晚点再看"]);
});

it("CL70 a failed message is retried into a fresh conversation where its own is closed", async () => {
  const { server, clock, client } = await closed(true);
  server.intercept = ({ type }) => (type === "message.send" ? refuse("conversation_closed") : undefined);
  const id = client.send("还有个问题");
  await clock.advance(500);
  expect(shown(client.state)).toEqual(["[还有个问题!]"]);
  server.intercept = undefined;
  server.append("c2", { kind: "agent" }, { type: "conversation.closed", data: { resolution: "resolved" } });
  await clock.advance(100);
  client.retry(id);
  await clock.advance(500);
  expect(client.state.thread?.view.summary.id).toBe("c3");
  expect(shown(client.state)).toEqual(["还有个问题"]);
});

it("CL71 a consult that is refused for good is told, and the plain conversation is open all the same", async () => {
  const { clock, server, shopper } = createHarness();
  server.intercept = ({ input }) => ((input as { consult?: object }).consult ? refuse("invalid_input") : undefined);
  const { client } = shopper();
  const answer = client.open({ consult: { productId: "x".repeat(1000) } });
  await clock.advance(200);
  expect(client.state.thread?.view.summary.id).toBe("c1");
  expect(await answer).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  const asked = server.received.length;
  await clock.advance(1000);
  expect(server.received).toHaveLength(asked);
});

it("CL71 a consult that is refused for now waits, and is not tried without a pause", async () => {
  const { clock, server, shopper } = createHarness();
  server.intercept = () => refuse("overloaded", undefined, { retryAfterMs: 5000 });
  const { client } = shopper();
  void client.open({ consult: { productId: "p1" } });
  await clock.advance(4000);
  expect(server.received).toHaveLength(1);
});
