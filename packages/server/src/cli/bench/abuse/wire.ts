import { connect, type Socket } from "node:net";

/** One TCP connection to the server under attack, as rude as one likes. */
export type Wire = {
  socket: Socket;
  /** Sends one masked text frame; the mask is zero. */
  frame(payload: string | Buffer): void;
  /** Everything that came, as text; whoever reads it may cut it. */
  heard: { text: string };
  closed: Promise<void>;
};

const key = Buffer.from("0123456789abcdef").toString("base64");

/** Connects, without a word. */
export function dial(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const heard = { text: "" };
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    heard.text += bytes.toString("latin1");
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const frame = (payload: string | Buffer) => {
    if (socket.writable) socket.write(frameOf(Buffer.from(payload)));
  };
  return new Promise((resolve) => {
    socket.once("connect", () => resolve({ socket, frame, heard, closed }));
    socket.once("close", () => resolve({ socket, frame, heard, closed }));
  });
}

/** Asks for a websocket from an address that the proxy would name; answers the connection where it was let in. */
export async function upgrade(url: string, address: string): Promise<Wire | undefined> {
  const wire = await dial(url);
  wire.socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: abuse\r\nX-Forwarded-For: ${address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  const answered = new Promise<void>((resolve) => wire.socket.once("data", () => resolve()));
  await Promise.race([answered, wire.closed]);
  return wire.heard.text.startsWith("HTTP/1.1 101") ? wire : undefined;
}

/** Lets a socket of a shopper in; undefined where it was refused. */
export async function enter(url: string, address: string, token: string): Promise<Wire | undefined> {
  const wire = await upgrade(url, address);
  if (!wire) return undefined;
  wire.frame(`40/shopper,${JSON.stringify({ token })}`);
  const entered = new Promise<boolean>((resolve) => {
    wire.socket.on("data", () => {
      if (wire.heard.text.includes("40/shopper,")) resolve(true);
      if (wire.heard.text.includes("44/shopper,")) resolve(false);
    });
  });
  const isIn = await Promise.race([entered, wire.closed.then(() => false)]);
  if (!isIn) wire.socket.destroy();
  wire.heard.text = "";
  return isIn ? wire : undefined;
}

/** RFC 6455, section 5.2, as clients send it. */
function frameOf(payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  head[0] = 0x81;
  head[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (head.length === 8) head.writeUInt16BE(length, 2);
  if (head.length === 14) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
