import { createSocketTransport as createTransport, socketPath, type Transport } from "@yiwen/shared";

/** The shopper's transport over the browser's WebSocket, to the server whose file is at `base`. */
export function createSocketTransport(base: string): Transport {
  return createTransport((on) => {
    const url = new URL(socketPath, base);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    socket.onclose = on.ended;
    socket.onmessage = ({ data }) => on.frame(String(data));
    return socket;
  });
}
