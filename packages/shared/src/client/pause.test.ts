import { describe, expect, it, vi } from "vitest";
import { createHarness, shown } from "../../test/harness.ts";

async function opened() {
  const harness = createHarness();
  const { clock, server, shopper, bot } = harness;
  const { client, storage } = shopper();
  void client.open();
  await clock.advance(100);
  return { clock, server, client, storage, bot };
}

describe("pause", () => {
  it("CL60 a paused client tries no more; resumed, it shows what it missed and sends what was written", async () => {
    const { clock, server, client, bot } = await opened();
    client.pause();
    bot("c1", "你不在的时候");
    client.send("写好了");
    await clock.advance(120_000);
    expect(server.connects).toHaveLength(1);
    expect(shown(client.state)).toEqual(["[写好了]"]);
    client.reconnectNow();
    await clock.advance(200);
    expect(shown(client.state)).toEqual(["你不在的时候", "写好了"]);
  });

  it("CL60 a command under way is done once and answered, however long the pause", async () => {
    const { clock, server, client } = await opened();
    const answered = vi.fn();
    void client.requestHandoff().then(answered);
    client.pause();
    await clock.advance(600_000);
    expect(answered).not.toHaveBeenCalled();
    client.reconnectNow();
    await clock.advance(1000);
    expect(answered).toHaveBeenCalledWith(expect.objectContaining({ ok: true }));
    expect(server.logs.get("c1")?.events.filter(({ type }) => type === "handoff.requested")).toHaveLength(1);
  });

  it("CL60 an opening asked for while paused waits; what was closed or never begun does not start by itself", async () => {
    const { clock, server, client } = await opened();
    client.pause();
    const answered = vi.fn();
    void client.open().then(answered);
    await clock.advance(60_000);
    expect(answered).not.toHaveBeenCalled();
    client.reconnectNow();
    await clock.advance(200);
    expect(answered).toHaveBeenCalledOnce();
    client.close();
    client.pause();
    client.reconnectNow();
    await clock.advance(60_000);
    expect(server.connects).toHaveLength(2);
  });
});
