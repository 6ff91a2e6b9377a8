import type { Records } from "../weapp.ts";
import { note, type Options } from "./answer.ts";

type Handler = (value: object) => void;
type SocketOptions = Options & { url: string; header?: Record<string, string>; protocols?: string[] };

/** As many sockets as WeChat lets one mini-program have. */
const most = 5;

/** `wx.connectSocket` over real WebSockets. `kill` ends them as the system ends those of an app in the background. */
export function createSockets(records: Records) {
  const open = new Set<WebSocket>();

  function connectSocket(options: SocketOptions) {
    const { url, protocols, header } = options;
    note(records, "connectSocket", { url, header });
    const finish = (call: "success" | "fail", value: object) =>
      setTimeout(() => {
        options[call]?.(value);
        options.complete?.(value);
      });
    const refuse = (errMsg: string) => {
      finish("fail", { errMsg });
      return undefined;
    };
    if (!/^wss?:\/\//.test(url)) return refuse("connectSocket:fail invalid url");
    if (open.size >= most) return refuse("connectSocket:fail exceed max connections");
    const socket = new WebSocket(url, protocols);
    socket.binaryType = "arraybuffer";
    open.add(socket);
    finish("success", { errMsg: "connectSocket:ok" });
    return socketTask(socket, () => open.delete(socket));
  }

  return {
    connectSocket,
    /** How many are not closed. */
    count: () => open.size,
    kill() {
      for (const socket of open) socket.close();
    },
  };
}

function socketTask(socket: WebSocket, ended: () => void) {
  const handlers: Record<"open" | "close" | "error" | "message", Handler[]> = {
    open: [],
    close: [],
    error: [],
    message: [],
  };
  const tell = (name: keyof typeof handlers, value: object) => {
    for (const handler of handlers[name]) handler(value);
  };
  socket.onopen = () => tell("open", { header: {}, profile: {} });
  socket.onmessage = ({ data }) => tell("message", { data });
  socket.onerror = () => tell("error", { errMsg: "connect fail" });
  socket.onclose = ({ code, reason }) => {
    ended();
    tell("close", { code, reason });
  };
  const closed = (name: string) => ({ errMsg: `${name}:fail SocketTask.readyState is not OPEN` });
  return {
    CONNECTING: 0,
    OPEN: 1,
    CLOSING: 2,
    CLOSED: 3,
    get readyState() {
      return socket.readyState;
    },
    onOpen: (handler: Handler) => handlers.open.push(handler),
    onClose: (handler: Handler) => handlers.close.push(handler),
    onError: (handler: Handler) => handlers.error.push(handler),
    onMessage: (handler: Handler) => handlers.message.push(handler),
    send({ data, success, fail, complete }: Options) {
      const isOpen = socket.readyState === WebSocket.OPEN;
      if (isOpen) socket.send(data as string);
      const value = isOpen ? { errMsg: "sendSocketMessage:ok" } : closed("sendSocketMessage");
      (isOpen ? success : fail)?.(value);
      complete?.(value);
    },
    close({ code = 1000, reason = "", success, fail, complete }: Options = {}) {
      const isOpen = socket.readyState === WebSocket.OPEN;
      // What WeChat does with a socket that is still connecting: nothing, and it stays.
      if (isOpen) socket.close(Number(code), String(reason));
      const value = isOpen ? { errMsg: "closeSocket:ok" } : closed("closeSocket");
      (isOpen ? success : fail)?.(value);
      complete?.(value);
    },
  };
}
