import type { Server as HttpServer } from "node:http";
import { errorBody, limits, namespaces, type Result, refuse } from "@yiwen/shared";
import { Server, type Socket } from "socket.io";
import { actorOfAgentToken, actorOfShopperToken, agentTokenFrom, type ShopperActor } from "../auth/actor.ts";
import { isOriginAllowed } from "../auth/origins.ts";
import type { Deps, Rate } from "../deps.ts";
import { agentAnswers, tellPresence, tellViewers } from "./agent-commands.ts";
import { answer } from "./answer.ts";
import { sendInBursts } from "./bursts.ts";
import type { Gateway } from "./context.ts";
import type { Door } from "./door.ts";
import { createPacedParser } from "./paced-parser.ts";
import {
  type AgentNamespace,
  type AgentSocket,
  agentRoom,
  conversationRoom,
  type ShopperNamespace,
  type ShopperSocket,
  sessionRoom,
  shopperRoom,
  shopRoom,
} from "./rooms.ts";
import { shopperAnswers } from "./shopper-commands.ts";
import { relayTyping } from "./signals.ts";
import { endIfSignedOut } from "./signed-out.ts";

type Handshake = Socket["handshake"];

export type Sockets = { io: Server; shoppers: ShopperNamespace; agents: AgentNamespace };

/** Milliseconds in which whoever opened a connection has to say who they are. */
const introductionMs = 10_000;
/** Sockets of one person at once: tabs, devices, and what is left of those that were cut. */
const socketsPerPerson = 50;

/** The socket.io server: websocket only, no compression (it costs four times what it saves), small frames. */
export function createSockets(http: HttpServer, door: Door, packets: Rate): Sockets {
  const io = new Server(http, {
    transports: ["websocket"],
    perMessageDeflate: false,
    maxHttpBufferSize: limits.frameBytes,
    serveClient: false,
    parser: createPacedParser(packets),
    pingInterval: 20_000,
    pingTimeout: 15_000,
    connectTimeout: introductionMs,
    allowRequest(request, answerRequest) {
      const why = door.refuse(request);
      answerRequest(why === "full" ? "overloaded" : why && "rate_limited", why === undefined);
    },
  });
  door.attach(io);
  sendInBursts(io);
  closeDefault(io);
  return { io, shoppers: io.of(namespaces.shopper), agents: io.of(namespaces.agent) };
}

/** socket.io takes anybody into its default namespace, for as long as they like. None of ours are there. */
function closeDefault(io: Server): void {
  io.use((socket, next) => {
    next(Object.assign(new Error("unauthorized"), { data: errorBody("unauthorized") }));
    // The refusal is written first.
    setImmediate(() => socket.conn.close());
  });
}

/** Who leaves a namespace is counted nowhere any more, so nor may the connection stay. */
function endWithNamespace(socket: ShopperSocket | AgentSocket): void {
  socket.once("disconnect", (why) => {
    if (why === "client namespace disconnect") socket.conn.close();
  });
}

/** Lets shoppers and agents in, and answers them. */
export function bindSockets({ shoppers, agents }: Sockets, gateway: Gateway): void {
  const { deps } = gateway.pipeline;
  const { admission } = gateway;
  shoppers.use(
    admit(async ({ auth, headers }) => {
      if (admission.isOverloaded()) return refuse("overloaded", undefined, { retryAfterMs: admission.retryAfterMs() });
      const actor = await actorOfShopperToken(deps, tokenOf(auth));
      if (!actor.ok) return actor;
      if (isCrowded(shoppers, roomOf(actor.data))) return crowded;
      return (await isAllowed(deps, actor.data, headers.origin)) ? actor : refuse("origin_not_allowed");
    }),
  );
  agents.use(
    admit(async ({ auth, headers }) => {
      const token = tokenOf(auth);
      if (token) return actorOfAgentToken(deps, token);
      // A cookie is sent by the browser on its own, so only the console's own pages may use it.
      if (!isSameOrigin(headers)) return refuse("origin_not_allowed");
      return actorOfAgentToken(deps, agentTokenFrom(headers) ?? "");
    }),
  );
  shoppers.on("connection", (socket) => bindShopper(gateway, socket));
  agents.on("connection", (socket) => bindAgent(gateway, socket));
}

function bindShopper(gateway: Gateway, socket: ShopperSocket): void {
  void socket.join(roomOf(socket.data.actor));
  endWithNamespace(socket);
  socket.on("command", (message, ack) => {
    if (typeof ack === "function") void answer(gateway, shopperAnswers, socket, message).then(ack);
  });
  socket.on("signal", (message) => signal(gateway, socket, message));
}

function bindAgent(gateway: Gateway, socket: AgentSocket): void {
  const { roster, deps } = gateway.pipeline;
  const { shop, id, name, session } = socket.data.actor;
  void socket.join([shopRoom(shop), agentRoom(shop, id), sessionRoom(session)]);
  endWithNamespace(socket);
  // Whoever signed out while this socket was let in found it in no room yet.
  void endIfSignedOut(deps, socket);
  if (roster.join(shop, { id, name }, socket.id)) tellPresence(gateway, shop);
  socket.on("command", (message, ack) => {
    if (typeof ack === "function") void answer(gateway, agentAnswers, socket, message).then(ack);
  });
  socket.on("signal", (message) => signal(gateway, socket, message));
  socket.on("disconnecting", () => {
    const prefix = conversationRoom(shop, "");
    const followed = [...socket.rooms]
      .filter((room) => room.startsWith(prefix))
      .map((room) => room.slice(prefix.length));
    // The rooms still hold this socket while it is disconnecting.
    setImmediate(() => {
      for (const conversation of followed) tellViewers(gateway, shop, conversation);
      if (roster.leave(shop, id, socket.id)) tellPresence(gateway, shop);
    });
  });
}

const roomOf = (actor: ShopperActor) => shopperRoom({ shop: actor.shop, shopper: actor, channel: actor.channel });

const crowded = refuse("rate_limited", undefined, { retryAfterMs: 10_000 });

const isCrowded = (side: ShopperNamespace, room: string) =>
  (side.adapter.rooms.get(room)?.size ?? 0) >= socketsPerPerson;

/** Signals are not worth an answer, nor is what goes wrong with one. */
function signal(gateway: Gateway, socket: ShopperSocket | AgentSocket, message: unknown): void {
  relayTyping(gateway, socket, message).catch((error) =>
    gateway.pipeline.deps.log.debug({ err: error }, "signal failed"),
  );
}

/** Checks the token once, at the door; the refusal's code reaches the client as `connect_error`. */
function admit<A>(actorOf: (handshake: Handshake) => Promise<Result<A>>) {
  return (socket: { handshake: Handshake; data: { actor: A } }, next: (error?: Error) => void): void => {
    actorOf(socket.handshake).then(
      (actor) => {
        if (!actor.ok) return next(Object.assign(new Error(actor.error.code), { data: actor.error }));
        socket.data.actor = actor.data;
        next();
      },
      () => next(Object.assign(new Error("unavailable"), { data: errorBody("unavailable") })),
    );
  };
}

function tokenOf(auth: Record<string, unknown>): string {
  return typeof auth.token === "string" ? auth.token : "";
}

/** The shop's list holds for sockets as it does for sessions. */
async function isAllowed(deps: Deps, actor: ShopperActor, origin: string | undefined): Promise<boolean> {
  const snapshot = await deps.shopData.snapshot(actor.shop);
  return snapshot !== undefined && isOriginAllowed(snapshot, origin, actor.channel);
}

function isSameOrigin({ origin, host }: Handshake["headers"]): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
