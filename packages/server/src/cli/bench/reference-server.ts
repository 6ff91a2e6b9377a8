import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { weight } from "./weight.ts";

/**
 * What Yiwen is measured against, in a process of its own: socket.io with nothing behind it. A socket that
 * names a `partner` room has its messages relayed there (ack + deliver, nothing stored); others are echoed. Whatever it is sent, it answers with the bytes of memory that it takes.
 */
function main(): void {
  const http = createServer();
  const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
  io.on("connection", (socket) => {
    const { room, partner } = socket.handshake.auth as { room?: string; partner?: string };
    if (room) socket.join(room);
    socket.on("command", (message: unknown, ack: (answer: unknown) => void) => {
      ack({ ok: true, data: { seq: 1 } });
      if (partner) io.to(partner).emit("event", message);
    });
  });
  process.on("message", () => process.send?.(weight()));
  http.listen(0, "127.0.0.1", () => {
    process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  });
}

main();
