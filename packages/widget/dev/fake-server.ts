import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { CommandMessage, Result, ShopperSessionRequest, TransportHandlers } from "@yiwen/shared";
import { Server } from "socket.io";
import { answer, bindScene } from "./fake-transport.ts";
import { type Scene, sceneOf } from "./scenes.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** A picture of one pixel. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A shop's page that embeds the widget; `{host}` in it is this server. */
export type FakePage = { html: string; policy?: string };

export type FakeServer = {
  /** This server as the shop's pages name it. */
  host: string;
  /** Where the shop's own pages are: another origin of the same server. */
  shop: string;
  scene: Scene;
  pages: Record<string, FakePage>;
  /** What was asked for by HTTP, oldest first. */
  requests: string[];
  sessions: ShopperSessionRequest[];
  /** Sockets open now. */
  sockets(): number;
  /** File names that are answered with 503 for now. */
  broken: Set<string>;
  close(): Promise<void>;
};

/** Serves the built widget, a session, pages, and a scene over real sockets. */
export async function startFakeServer(): Promise<FakeServer> {
  const http = createServer();
  const io = new Server(http, { transports: ["websocket"], cors: { origin: true } });
  await new Promise<void>((listening) => http.listen(0, listening));
  const { port } = http.address() as AddressInfo;
  const shoppers = io.of("/shopper");
  const server: FakeServer = {
    host: `http://localhost:${port}`,
    shop: `http://127.0.0.1:${port}`,
    scene: sceneOf("welcome", "zh-CN"),
    pages: {},
    requests: [],
    sessions: [],
    sockets: () => shoppers.sockets.size,
    broken: new Set(),
    close: () => io.close(),
  };
  shoppers.on("connection", (socket) => {
    const handlers: TransportHandlers = {
      opened() {},
      lost: () => socket.disconnect(true),
      event: (event) => socket.emit("event", event),
      signal: (signal) => socket.emit("signal", signal),
    };
    bindScene(server.scene, () => handlers);
    socket.on("command", async (message: CommandMessage, ack: (result: Result<unknown>) => void) =>
      ack(await answer(server.scene, message, handlers)),
    );
  });
  http.on("request", (request, response) => {
    if (!request.url?.startsWith("/socket.io/")) void reply(server, request, response);
  });
  return server;
}

async function reply(server: FakeServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const page = server.pages[path];
  response
    .setHeader("access-control-allow-origin", "*")
    .setHeader("access-control-allow-headers", "content-type,authorization");
  server.requests.push(path);
  if (request.method === "OPTIONS") response.end();
  else if (page) {
    if (page.policy) response.setHeader("content-security-policy", page.policy);
    response.setHeader("content-type", "text/html; charset=utf-8").end(page.html.replaceAll("{host}", server.host));
  } else if (path === "/v1/sessions") {
    let body = "";
    for await (const chunk of request) body += chunk;
    server.sessions.push(JSON.parse(body) as ShopperSessionRequest);
    const shop = { name: "云阶小店", accent: "#0b66e4", radius: 12, locale: "zh-CN" };
    const data = { token: "t", expiresAt: Date.now() + 3_600_000, shopperId: "s1", resume: "r1", shop };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, data }));
  } else if (path === "/v1/uploads") {
    for await (const _ of request);
    const data = { uploadId: "u1", width: 64, height: 48, mime: "image/png", size: 9 };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, data }));
  } else if (path.startsWith("/v1/uploads/")) response.setHeader("content-type", "image/png").end(dot);
  else if ([...server.broken].some((name) => path.includes(name))) response.writeHead(503).end();
  else {
    const file = await readFile(dist + path.slice(1)).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { "content-type": "text/javascript" }).end(file);
  }
}
