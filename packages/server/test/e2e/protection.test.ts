import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { speak } from "../../src/cli/speaker.ts";
import type { Store } from "../../src/ports/store.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agent, sameShopper, shopper } from "../support/people.ts";
import { png } from "../support/pictures.ts";
import { openShop, shopperToken } from "../support/shop.ts";

const says = (text: string) => ({ content: { kind: "text", text } });
const overloaded = {
  ok: false,
  error: expect.objectContaining({ code: "overloaded", retryable: true, retryAfterMs: expect.any(Number) }),
};

const shopBurst = 30;

describe("a node that is full", () => {
  let booted: Booted;
  /** Appends wait for this. */
  let gate = Promise.resolve();
  let open = () => {};
  let waiting = 0;
  const held = { count: 0, reached: () => {} };

  beforeAll(async () => {
    booted = await boot(({ limits, store }) => {
      const append: Store["append"] = async (one) => {
        if (++waiting === held.count) held.reached();
        await gate;
        waiting--;
        return store.append(one);
      };
      return {
        limits: { ...limits, underWay: 2, shop: { burst: shopBurst, perSecond: 1 } },
        store: { ...store, append },
      };
    });
  });
  afterEach(() => open());
  afterAll(() => booted.close());

  /** From now on commands stay under way; settles once so many do. */
  function hold(count: number): Promise<void> {
    gate = new Promise((resolve) => {
      open = resolve;
    });
    return new Promise((reached) => Object.assign(held, { count, reached }));
  }

  test("PT1 the newest is told to wait, what was taken in before is stored and acknowledged, and nothing is lost", async () => {
    const shop = await openShop(booted);
    const people = [await shopper(booted, shop), await shopper(booted, shop), await shopper(booted, shop)] as const;
    for (const one of people) await one.open();
    const [lin, mei, last] = people;
    const full = hold(2);
    const accepted = [lin.tries("message.send", says("一"), "a"), mei.tries("message.send", says("二"), "b")];
    await full;
    expect(await last.tries("message.send", says("三"), "c")).toEqual(overloaded);
    expect(last.socket.connected).toBe(true);
    open();
    for (const answer of await Promise.all(accepted)) expect(answer.ok).toBe(true);
    expect((await last.tries("message.send", says("三"), "c")).ok).toBe(true);
    expect((await last.tries("message.send", says("三"), "c")).ok).toBe(true);
    const own = last.view().events.filter(({ type, by }) => type === "message.sent" && by.kind === "shopper");
    expect(own).toHaveLength(1);
    for (const one of people) {
      await one.isUpToDate();
      one.close();
    }
  });

  test("PT2 an agent still gets in where a shopper has to wait", async () => {
    const shop = await openShop(booted);
    const [lin, mei, last] = [await shopper(booted, shop), await shopper(booted, shop), await shopper(booted, shop)];
    const xiaomei = await agent(booted, shop);
    for (const one of [lin, mei, last]) await one.open();
    const full = hold(2);
    const accepted = [lin.tries("handoff.request"), mei.tries("handoff.request")];
    await full;
    expect(await last.tries("handoff.request")).toEqual(overloaded);
    expect((await xiaomei.command("inbox.open", { filter: "queue" })).ok).toBe(true);
    open();
    await Promise.all(accepted);
    for (const one of [lin, mei, last, xiaomei]) one.close();
  });

  test("PT8 who comes anew waits too, by socket and by HTTP; probes and files are answered", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await shopper(booted, shop)];
    const token = await shopperToken(booted, shop);
    await lin.open();
    await mei.open();
    const full = hold(2);
    const accepted = [lin.tries("handoff.request"), mei.tries("handoff.request")];
    await full;
    await expect(speak(booted.url, "shopper", token)).rejects.toMatchObject({ code: "overloaded" });
    const body = JSON.stringify({ shop: shop.publicKey, channel: "web" });
    const ask = () =>
      fetch(`${booted.url}/v1/sessions`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await refused.json()).toEqual(overloaded);
    expect((await fetch(`${booted.url}/readyz`)).status).toBe(200);
    open();
    await Promise.all(accepted);
    expect((await ask()).status).toBe(200);
    for (const one of [lin, mei]) one.close();
  });

  test("PT9 a shop has a rate of its own, and the next shop is not touched by it", async () => {
    const [loud, quiet] = [await openShop(booted), await openShop(booted)];
    const [lin, mei, other] = [await shopper(booted, loud), await shopper(booted, loud), await shopper(booted, quiet)];
    await mei.open();
    for (let n = 1; n < shopBurst; n++) expect((await lin.command("catalog.read", {})).ok).toBe(true);
    expect(await mei.tries("message.send", says("二"), "m")).toMatchObject({
      error: { code: "rate_limited", retryAfterMs: 1000 },
    });
    await other.open();
    await other.says("你好");
    booted.clock.advance(1000);
    expect((await mei.tries("message.send", says("二"), "m")).ok).toBe(true);
    for (const one of [lin, mei, other]) one.close();
  });
});

describe("what comes over the wire", () => {
  let booted: Booted;
  beforeAll(async () => {
    booted = await boot();
  });
  afterAll(() => booted.close());

  /** A websocket without a client's manners; settles with its close code. */
  function closedAfter(send: (socket: WebSocket) => void): Promise<number> {
    const socket = new WebSocket(`${booted.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    socket.onmessage = ({ data }) => {
      if (String(data).startsWith("0")) send(socket);
    };
    return new Promise((resolve) => {
      socket.onclose = ({ code }) => resolve(code);
    });
  }

  test("PT10 one person has fifty sockets at once", async () => {
    const shop = await openShop(booted);
    const lin = await shopper(booted, shop);
    const others = [];
    for (let n = 1; n < 50; n++) others.push(await sameShopper(booted, lin));
    await expect(sameShopper(booted, lin)).rejects.toMatchObject({ code: "rate_limited" });
    others[0]?.close();
    const mei = await shopper(booted, shop);
    await mei.open();
    for (const one of [lin, mei, ...others]) one.close();
  });

  test("PT18 the default namespace, which nobody is meant to join, refuses whoever asks for it and ends the connection", async () => {
    const said: string[] = [];
    const code = await closedAfter((socket) => {
      socket.addEventListener("message", ({ data }) => said.push(String(data)));
      socket.send("40");
    });
    expect(code).toBeGreaterThanOrEqual(1000);
    expect(said[0]).toContain('44{"message":"unauthorized"');
  });

  test("PT18 whoever leaves the namespace they joined leaves with it", async () => {
    const token = await shopperToken(booted, await openShop(booted));
    const code = await closedAfter((socket) => {
      socket.addEventListener("message", ({ data }) => {
        if (String(data).startsWith("40/shopper,")) socket.send("41/shopper,");
      });
      socket.send(`40/shopper,${JSON.stringify({ token })}`);
    });
    expect(code).toBeGreaterThanOrEqual(1000);
  });

  test("PT11 a frame over 65,536 bytes ends its connection unread", async () => {
    expect(await closedAfter((socket) => socket.send("4".repeat(1024 * 1024)))).toBe(1009);
  });

  test("PT11 what is no packet ends its connection", async () => {
    expect(await closedAfter((socket) => socket.send("4{}}"))).toBeGreaterThanOrEqual(1000);
    expect(await closedAfter((socket) => socket.send(new Uint8Array([1, 2, 3])))).toBeGreaterThanOrEqual(1000);
  });

  test("PT12 input that is nested deep is refused, and the connection goes on", async () => {
    const lin = await shopper(booted, await openShop(booted));
    await lin.open();
    const deep = `${"[".repeat(1500)}${"]".repeat(1500)}`;
    const { engine } = lin.socket.io;
    const answers: string[] = [];
    engine.on("data", (text: string) => answers.push(text));
    engine.write(`2/shopper,7001["command",${deep}]`);
    engine.write(`2/shopper,7002["command",{"id":"deep","type":"message.send","input":${deep}}]`);
    engine.write(`2/shopper,["signal",${deep}]`);
    await lin.says("还在");
    await lin.isUpToDate();
    for (const ack of ["7001", "7002"])
      expect(answers.find((text) => text.startsWith(`3/shopper,${ack}`))).toContain('"invalid_input"');
    lin.close();
  });

  test("PT12 a frame full of brackets ends its connection", async () => {
    const code = await closedAfter((socket) => socket.send(`42["command",${"[".repeat(60_000)}]`));
    expect(code).toBeGreaterThanOrEqual(1000);
  });

  test("PT12 a body nested as deep as a request holds is refused", async () => {
    const depth = 400_000;
    const reply = await fetch(`${booted.url}/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"shop":${"[".repeat(depth)}${"]".repeat(depth)},"channel":"web"}`,
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: "invalid_input" } });
  });

  test("PT16 a picture that says itself that it is too large is refused before it is read", async () => {
    const token = await shopperToken(booted, await openShop(booted));
    const { hostname, port } = new URL(booted.url);
    const wire = connect(Number(port), hostname);
    wire.write(
      `POST /v1/uploads HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 20000000\r\n\r\n--b\r\n`,
    );
    const answer = await new Promise<string>((resolve) => wire.once("data", (bytes) => resolve(String(bytes))));
    wire.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('"upload_too_large"');
  });

  describe("pictures under way", () => {
    const wires: Socket[] = [];
    afterEach(() => {
      for (const wire of wires.splice(0)) wire.destroy();
    });

    /** Part of a picture comes, and then no more; settles with the answer, if there is one. */
    function begin(token: string, from: number, type = "multipart/form-data; boundary=b"): Promise<string> {
      const { port } = new URL(booted.url);
      const wire = connect({ port: Number(port), host: "127.0.0.1", localAddress: `127.0.0.${from}` });
      wires.push(wire);
      wire.write(
        `POST /v1/uploads HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n--b\r\n`,
      );
      return new Promise((resolve) => wire.once("data", (bytes) => resolve(String(bytes))));
    }
    const tokens = async (count: number) => {
      const shop = await openShop(booted);
      return Promise.all(Array.from({ length: count }, () => shopperToken(booted, shop)));
    };
    async function sendUp(token: string): Promise<number> {
      const body = new FormData();
      body.set("file", new Blob([png(4, 4)]));
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${booted.url}/v1/uploads`, { method: "POST", headers, body })).status;
    }

    test("PT17 so many pictures are read at once, and further ones are told to come again", async () => {
      const senders = await tokens(5);
      const nine = senders.flatMap((token, n) => [begin(token, n + 2), begin(token, n + 2)]).slice(0, 9);
      const first = await Promise.race(nine);
      expect(first).toMatch(/^HTTP\/1.1 503 /);
      expect(first).toContain('"overloaded"');
    });

    test("PT19 one address holds four turns, whoever sends, and the next has its own", async () => {
      const senders = await tokens(6);
      const first = await Promise.race(senders.slice(0, 5).map((token) => begin(token, 2)));
      expect(first).toMatch(/^HTTP\/1.1 429 /);
      expect(first).toContain('"rate_limited"');
      expect(await sendUp(senders[5] ?? "")).toBe(200);
    });

    test("PT19 one sender holds two turns, wherever they are", async () => {
      const [one = "", other = ""] = await tokens(2);
      const first = await Promise.race([2, 3, 4].map((from) => begin(one, from)));
      expect(first).toMatch(/^HTTP\/1.1 429 /);
      expect(await sendUp(one)).toBe(429);
      expect(await sendUp(other)).toBe(200);
    });

    test("PT20 a picture that does not come within twenty seconds is refused, and its turn is free", async () => {
      const [token = ""] = await tokens(1);
      const slow = [begin(token, 2), begin(token, 3)];
      await expect.poll(() => sendUp(token)).toBe(429);
      // Their time begins once it is known who they are, which may still be looked up.
      const passes = () => {
        booted.clock.advance(20_000);
        return sendUp(token);
      };
      await expect.poll(passes).toBe(200);
      for (const answer of await Promise.all(slow)) {
        expect(answer).toMatch(/^HTTP\/1.1 408 /);
        expect(answer).toContain('"upload_too_slow"');
      }
    });

    test("PT20 what is no form with a picture is refused without waiting for it", async () => {
      const [token = ""] = await tokens(1);
      expect(await begin(token, 2, "application/json")).toContain('"invalid_input"');
    });
  });

  test("PT13 a text frame that is not UTF-8 ends its connection", async () => {
    const { hostname, port } = new URL(booted.url);
    const wire = connect(Number(port), hostname);
    const key = Buffer.from("0123456789abcdef").toString("base64");
    wire.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    const said: Buffer[] = [];
    const ended = new Promise<void>((resolve) => wire.on("close", resolve).on("error", () => {}));
    await new Promise<void>((resolve) => {
      wire.on("data", (bytes) => {
        said.push(bytes);
        resolve();
      });
    });
    // A whole masked text frame with a zero mask: "4", then bytes that begin no letter.
    wire.write(Buffer.from([0x81, 0x83, 0, 0, 0, 0, 0x34, 0xff, 0xfe]));
    await ended;
    const closing = Buffer.concat(said).subarray(-4);
    expect([closing[0], closing.readUInt16BE(2)]).toEqual([0x88, 1007]);
  });
});
