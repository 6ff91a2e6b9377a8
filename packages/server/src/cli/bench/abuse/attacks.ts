import { setTimeout as sleep } from "node:timers/promises";
import { dial, enter, upgrade, type Wire } from "./wire.ts";

/** What an attack works with; `tokens` are of shoppers. `count` adds to what is told of it at the end. */
export type Attack = { url: string; tokens: string[]; until: number; count(what: string, more?: number): void };

const villain = "203.0.113.66";
let made = 0;
const anyAddress = () => `198.18.${(++made >> 8) & 255}.${made & 255}`;
const isOver = ({ until }: Attack) => performance.now() >= until;

/** So many at it at once, each again and again until the time is over. */
async function many(attack: Attack, workers: number, once: (worker: number) => Promise<void>): Promise<void> {
  const work = async (_: unknown, worker: number) => {
    while (!isOver(attack)) await once(worker);
  };
  await Promise.all(Array.from({ length: workers }, work));
}

async function openAndHold(attack: Attack, address: () => string): Promise<void> {
  const held: Wire[] = [];
  await many(attack, 50, async () => {
    const wire = await upgrade(attack.url, address());
    attack.count(wire ? "opened" : "refused");
    if (wire) held.push(wire);
  });
  for (const { socket } of held) socket.destroy();
}

const conversationOf = (heard: string) => /"conversation":\{"id":"([^"]+)"/.exec(heard)?.[1];

async function open(wire: Wire): Promise<string | undefined> {
  wire.frame('42/shopper,0["command",{"id":"open","type":"conversation.open","input":{}}]');
  while (!wire.heard.text.includes("43/shopper,0") && !wire.socket.destroyed) await sleep(5);
  return conversationOf(wire.heard.text);
}

const messageOf = (conversationId: string, n: number) => {
  const input = { content: { kind: "text", text: "这件有货吗" } };
  return `42/shopper,${n}${JSON.stringify(["command", { id: `a${made}.${n}`, type: "message.send", conversationId, input }])}`;
};

function countAnswers({ heard }: Wire, count: Attack["count"]): void {
  count("stored", heard.text.match(/43\/shopper,\d+\[\{"ok":true/g)?.length);
  for (const [, code] of heard.text.matchAll(/"code":"(\w+)"/g)) count(code as string);
  heard.text = "";
}

/** As many messages as the line takes, answers unread in between. */
async function floodMessages(attack: Attack, worker: number): Promise<void> {
  const wire = await enter(attack.url, villain, attack.tokens[worker] as string);
  attack.count(wire ? "opened" : "refused");
  const conversation = wire && (await open(wire));
  if (!wire || !conversation) return sleep(50);
  made++;
  for (let n = 1; !isOver(attack) && !wire.socket.destroyed; n++) {
    wire.frame(messageOf(conversation, n));
    if (n % 50 === 0) await sleep(1);
  }
  countAnswers(wire, attack.count);
  if (wire.socket.destroyed) attack.count("ended by the server");
  wire.socket.destroy();
}

/** Shoppers who keep every rate, but are more than one process can serve. */
async function crowd(attack: Attack): Promise<void> {
  await Promise.all(
    attack.tokens.map(async (token) => {
      const wire = await enter(attack.url, anyAddress(), token);
      const conversation = wire && (await open(wire));
      if (!wire || !conversation) return attack.count("refused");
      for (let n = 1; !isOver(attack); n++) {
        wire.frame(messageOf(conversation, n));
        await sleep(200);
      }
      countAnswers(wire, attack.count);
      wire.socket.destroy();
    }),
  );
}

async function oneFrame(attack: Attack, payload: string | Buffer): Promise<void> {
  const wire = await upgrade(attack.url, anyAddress());
  if (!wire) return attack.count("refused");
  wire.frame(payload);
  await Promise.race([wire.closed, sleep(2000)]);
  attack.count(wire.socket.destroyed ? "ended by the server" : "still open");
  wire.socket.destroy();
}

const depth = 30_000;
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

async function deepFrames(attack: Attack, worker: number): Promise<void> {
  const wire = await enter(attack.url, villain, attack.tokens[worker] as string);
  if (!wire) return sleep(50);
  const text = `42/shopper,1["command",{"id":"d","type":"message.send","input":${nested(depth)}}]`;
  for (let n = 0; n < 1000 && !isOver(attack) && !wire.socket.destroyed; n++) {
    wire.frame(text);
    attack.count("sent");
    await sleep(1);
  }
  countAnswers(wire, attack.count);
  if (wire.socket.destroyed) attack.count("ended by the server");
  wire.socket.destroy();
}

async function deepBodies(attack: Attack): Promise<void> {
  const body = `{"shop":${nested(450_000)},"channel":"web"}`;
  const headers = { "content-type": "application/json", "x-forwarded-for": anyAddress() };
  const reply = await fetch(`${attack.url}/v1/sessions`, { method: "POST", headers, body });
  attack.count(String(reply.status));
}

/** A letter of the head a second: how many are still open at the end. */
async function slowHandshakes(attack: Attack): Promise<void> {
  const wires = await Promise.all(Array.from({ length: 500 }, () => dial(attack.url)));
  attack.count("opened", wires.length);
  const head = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: slow\r\nX-Padding: ${"x".repeat(1000)}`;
  for (let n = 0; !isOver(attack); n++) {
    for (const { socket } of wires) if (socket.writable) socket.write(head[n] as string);
    await sleep(1000);
  }
  attack.count("ended by the server", wires.filter(({ socket }) => socket.destroyed).length);
  for (const { socket } of wires) socket.destroy();
}

async function guessTokens(attack: Attack): Promise<void> {
  const wire = await upgrade(attack.url, villain);
  attack.count(wire ? "opened" : "refused");
  if (!wire) return sleep(20);
  for (let n = 0; n < 1000 && !wire.socket.destroyed; n++) {
    wire.frame(`40/shopper,{"token":"guess${n}"}`);
    attack.count("guesses sent");
    if (n % 10 === 9) await sleep(1);
  }
  await Promise.race([wire.closed, sleep(500)]);
  attack.count("guesses looked at", wire.heard.text.match(/44\/shopper/g)?.length);
  wire.socket.destroy();
}

/** Pictures that are none, too large, or end in the middle. */
async function brokenUploads(attack: Attack, worker: number): Promise<void> {
  const wire = await dial(attack.url);
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const isCut = worker % 2 === 0;
  wire.socket.write(
    `POST /v1/uploads HTTP/1.1\r\nHost: abuse\r\nX-Forwarded-For: ${anyAddress()}\r\nAuthorization: Bearer ${attack.tokens[worker]}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${isCut ? 5_000_000 : 20_000_000}\r\n\r\n${head}`,
  );
  const piece = Buffer.alloc(64 * 1024, 0xff);
  for (let n = 0; n < (isCut ? 30 : 300) && !wire.socket.destroyed && !isOver(attack); n++) {
    if (!wire.socket.write(piece))
      await Promise.race([new Promise((go) => wire.socket.once("drain", go)), wire.closed]);
  }
  if (!isCut) await Promise.race([wire.closed, sleep(200)]);
  attack.count(/^HTTP\/1.1 (\d+)/.exec(wire.heard.text)?.[1] ?? "cut without an answer");
  wire.socket.destroy();
}

/** Every attack by its name; `leastSeconds` where it takes its time to show. */
export const attacks: Record<string, { run(attack: Attack): Promise<void>; leastSeconds?: number }> = {
  "connections, one address": { run: (attack) => openAndHold(attack, () => villain) },
  "connections, many addresses": { run: (attack) => openAndHold(attack, anyAddress) },
  "messages, 20 shoppers": { run: (attack) => many(attack, 20, (worker) => floodMessages(attack, worker)) },
  "frames of 1 MB": { run: (attack) => many(attack, 20, () => oneFrame(attack, "4".repeat(1024 * 1024))) },
  "slow handshakes": { run: slowHandshakes, leastSeconds: 20 },
  "guessing at tokens": { run: (attack) => many(attack, 20, () => guessTokens(attack)) },
  "deep JSON, frames": { run: (attack) => many(attack, 20, (worker) => deepFrames(attack, worker)) },
  "deep JSON, bodies": { run: (attack) => many(attack, 10, () => deepBodies(attack)) },
  "text that is not UTF-8": {
    run: (attack) => many(attack, 20, () => oneFrame(attack, Buffer.from([0x34, 0xff, 0xfe]))),
  },
  "broken uploads": { run: (attack) => many(attack, 20, (worker) => brokenUploads(attack, worker)) },
  "a crowd within its rates": { run: crowd, leastSeconds: 10 },
};
