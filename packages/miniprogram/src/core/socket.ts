import { type OpenSocket, socketPath } from "@yiwen/shared";
import type { Wx, WxSocketTask } from "./wx.ts";

/** Milliseconds until WeChat gives up making a connection. */
const patienceMs = 15_000;

/** WeChat allows five sockets in an app; so many of ours may be on their way to be closed before we ask for another. */
const mostUnwanted = 2;

/**
 * Sockets of `wx.connectSocket`. A task that is closed before it is open would stay for ever in WeChat, and count
 * among the five that an app may have; so one that nobody wants any more is closed as soon as it opens.
 */
export function createOpenSocket(wx: Wx, server: string): OpenSocket {
  const url = server.replace(/^http/, "ws") + socketPath;
  let unwanted = 0;

  return (on) => {
    let task: WxSocketTask | undefined;
    let stage: "connecting" | "open" | "gone" = "connecting";
    let isWanted = true;

    const gone = () => {
      if (stage === "gone") return;
      if (stage === "connecting" && !isWanted) unwanted--;
      stage = "gone";
      if (isWanted) on.ended();
    };
    const later = () => void Promise.resolve().then(gone);
    const close = () => {
      if (!isWanted) return;
      isWanted = false;
      if (stage === "connecting") unwanted++;
      if (stage === "open") task?.close({ code: 1000 });
    };
    const socket = {
      close,
      send(frame: string) {
        if (stage === "open") task?.send({ data: frame, fail: end });
      },
    };
    /** Ends a socket that still stands on our side. */
    const end = () => {
      if (!isWanted) return;
      close();
      on.ended();
    };
    if (unwanted >= mostUnwanted) {
      later();
      return socket;
    }
    try {
      task = wx.connectSocket({ url, timeout: patienceMs, fail: later });
    } catch {
      task = undefined;
    }
    if (!task) {
      later();
      return socket;
    }
    task.onOpen(() => {
      if (stage !== "connecting") return;
      stage = "open";
      if (isWanted) return;
      unwanted--;
      task?.close({ code: 1000 });
    });
    // An error of an open socket need not close it.
    task.onError(() => (stage === "open" ? end() : gone()));
    task.onClose(gone);
    task.onMessage(({ data }) => {
      if (!isWanted) return;
      if (typeof data === "string") on.frame(data);
      // The server speaks text only: this is not our server.
      else end();
    });
    return socket;
  };
}
