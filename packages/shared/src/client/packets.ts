/**
 * The text packets of Engine.IO 4 with Socket.IO 5 inside, as far as one namespace of JSON needs them
 * (https://socket.io/docs/v4/socket-io-protocol/, https://socket.io/docs/v4/engine-io-protocol/).
 */
export type Packet =
  | { type: "open"; pingInterval: number; pingTimeout: number }
  | { type: "ping" }
  | { type: "connected" }
  | { type: "refused"; data: { message?: string; data?: unknown } }
  | { type: "event"; name: string; data: unknown }
  | { type: "ack"; id: number; data: unknown }
  | { type: "closed" };

/** Reads a frame; `undefined` for one that means nothing to us: another namespace, a no-op, a broken one. */
export function decodePacket(frame: string, namespace: string): Packet | undefined {
  try {
    if (frame[0] === "0") return { type: "open", ...JSON.parse(frame.slice(1)) };
    if (frame[0] === "2") return { type: "ping" };
    if (frame[0] === "1") return { type: "closed" };
    const match = /^4(\d)(?:(\/[^,]*),)?(\d*)([\s\S]*)$/.exec(frame);
    if (!match || match[2] !== namespace) return undefined;
    return messageOf(match[1] ?? "", match[3] ?? "", match[4] ? JSON.parse(match[4]) : undefined);
  } catch {
    return undefined;
  }
}

function messageOf(type: string, id: string, data: unknown): Packet | undefined {
  const list = data as unknown[];
  switch (type) {
    case "0":
      return { type: "connected" };
    case "1":
      return { type: "closed" };
    case "2":
      return { type: "event", name: String(list[0]), data: list[1] };
    case "3":
      return { type: "ack", id: Number(id), data: list[0] };
    case "4":
      return { type: "refused", data: (data ?? {}) as { message?: string; data?: unknown } };
    default:
      return undefined;
  }
}

/** The frame that asks to enter a namespace. */
export const connectFrame = (namespace: string, auth: object) => `40${namespace},${JSON.stringify(auth)}`;

/** The frame of an event; with an `id` the other side answers. */
export const eventFrame = (namespace: string, name: string, data: unknown, id: number | "" = "") =>
  `42${namespace},${id}${JSON.stringify([name, data])}`;

/** The frame that answers a ping. */
export const pongFrame = "3";
