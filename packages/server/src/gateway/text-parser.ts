import { EventEmitter } from "node:events";

/** One packet of Socket.IO 5 (https://socket.io/docs/v4/socket-io-protocol/). */
type Packet = { type: number; nsp: string; id?: number; data?: unknown };

const types = { connect: 0, disconnect: 1, event: 2, ack: 3, connectError: 4 } as const;

/** Names that mean something else to socket.io itself. */
const reserved = new Set(["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]);

/** The text of an event to a namespace: what socket.io would send, made once for any number of sockets. */
export const eventText = (nsp: string, name: string, data: unknown) =>
  `${types.event}${nsp},${JSON.stringify([name, data])}`;

/**
 * Socket.IO's own format without its binary half, which nothing here speaks: JSON is not searched for buffers on its
 * way out, and a binary packet on its way in is an error.
 */
export const textParser = {
  Encoder: function Encoder() {
    return { encode: (packet: Packet) => [encode(packet)] };
  },
  Decoder: function Decoder() {
    const decoder = new EventEmitter();
    const add = (text: unknown) => decoder.emit("decoded", decode(text));
    return Object.assign(decoder, { add, destroy: () => {} });
  },
};

function encode({ type, nsp, id, data }: Packet): string {
  const where = nsp === "/" ? "" : `${nsp},`;
  return `${type}${where}${id ?? ""}${data === undefined || data === null ? "" : JSON.stringify(data)}`;
}

/** Throws on what is no packet; socket.io then ends the connection. */
function decode(text: unknown): Packet {
  if (typeof text !== "string") throw new Error("binary is not spoken here");
  const type = text.charCodeAt(0) - 48;
  let at = 1;
  let nsp = "/";
  if (text[at] === "/") {
    const comma = text.indexOf(",", at);
    nsp = text.slice(at, comma < 0 ? undefined : comma);
    at = comma < 0 ? text.length : comma + 1;
  }
  const start = at;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  const data: unknown = at < text.length ? JSON.parse(text.slice(at)) : undefined;
  if (!isValid(type, data)) throw new Error("invalid packet");
  return { type, nsp, ...(at > start && { id: Number(text.slice(start, at)) }), ...(data !== undefined && { data }) };
}

function isValid(type: number, data: unknown): boolean {
  switch (type) {
    case types.connect:
      return data === undefined || (typeof data === "object" && data !== null && !Array.isArray(data));
    case types.disconnect:
      return data === undefined;
    case types.event:
      return Array.isArray(data) && typeof data[0] === "string" && !reserved.has(data[0]);
    case types.ack:
      return Array.isArray(data);
    default:
      return false;
  }
}
