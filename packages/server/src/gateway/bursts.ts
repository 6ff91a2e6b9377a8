import type { Server } from "socket.io";

type EngineSocket = Parameters<Parameters<Server["engine"]["on"]>[1]>[0];

/**
 * Everything for one socket that is made in one turn of the event loop leaves in one write, and all sockets' writes
 * follow each other: a commit of many messages wakes their readers once, not message by message.
 */
export function sendInBursts({ engine }: Server): void {
  let held: EngineSocket[] = [];

  function release(): void {
    const sockets = held;
    held = [];
    for (const { transport, request } of sockets) {
      request.socket.cork();
      transport.writable = true;
      transport.emit("ready");
      request.socket.uncork();
    }
  }

  engine.on("connection", (socket: EngineSocket) => {
    socket.on("packetCreate", () => {
      // One that is held or in the midst of a write takes this packet along with what waits there already.
      if (!socket.transport.writable) return;
      socket.transport.writable = false;
      if (held.push(socket) === 1) setImmediate(release);
    });
  });
}
