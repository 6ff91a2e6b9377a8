import type { WxFailure, WxSocketTask } from "../../src/core/wx.ts";

type Report = { success?(result: object): void; fail?(failure: WxFailure): void };

export type FakeSocketTask = WxSocketTask & {
  readonly stage: "connecting" | "open" | "gone";
  /** Settles when the phone has let go of it. */
  readonly closed: Promise<void>;
  /** The time to make the connection is over. */
  expire(): void;
};

/** Told of what a real phone would not forgive. */
export type SocketWatch = { misused(what: string): void; gone(task: FakeSocketTask): void; isAlive(): boolean };

/** WeChat's SocketTask over a real WebSocket; one that is closed before it is open stays for ever, as on a phone. */
export function createFakeSocketTask(url: string, watch: SocketWatch): FakeSocketTask {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  const listeners = {
    open: [] as (() => void)[],
    message: [] as ((message: { data: unknown }) => void)[],
    error: [] as ((failure: WxFailure) => void)[],
    close: [] as (() => void)[],
  };
  const { promise: closed, resolve: isClosed } = Promise.withResolvers<void>();
  let stage: FakeSocketTask["stage"] = "connecting";
  socket.onopen = () => {
    stage = "open";
    if (watch.isAlive()) for (const listener of listeners.open) listener();
  };
  socket.onmessage = ({ data }) => {
    if (watch.isAlive()) for (const listener of listeners.message) listener({ data });
  };
  socket.onerror = () => {
    if (watch.isAlive()) for (const listener of listeners.error) listener({ errMsg: "connectSocket:fail" });
  };
  socket.onclose = () => {
    stage = "gone";
    watch.gone(task);
    isClosed();
    if (watch.isAlive()) for (const listener of listeners.close) listener();
  };
  const isOpen = (what: string, { fail }: Report) => {
    if (stage === "open") return true;
    if (stage === "connecting") watch.misused(`${what} before open`);
    fail?.({ errMsg: `${what}:fail SocketTask.readyState is not OPEN` });
    return false;
  };
  const task: FakeSocketTask = {
    get stage() {
      return stage;
    },
    closed,
    expire() {
      if (stage === "connecting") socket.close();
    },
    send(options) {
      if (!isOpen("sendSocketMessage", options)) return;
      socket.send(options.data);
      options.success?.({ errMsg: "sendSocketMessage:ok" });
    },
    close(options) {
      if (!isOpen("closeSocket", options)) return;
      socket.close(options.code ?? 1000, options.reason);
      options.success?.({ errMsg: "closeSocket:ok" });
    },
    onOpen: (listener) => void listeners.open.push(listener),
    onMessage: (listener) => void listeners.message.push(listener),
    onError: (listener) => void listeners.error.push(listener),
    onClose: (listener) => void listeners.close.push(listener),
  };
  return task;
}
