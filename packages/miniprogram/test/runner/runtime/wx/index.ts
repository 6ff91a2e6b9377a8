import { fromBase64, type Person, toBase64 } from "../bridge.ts";
import type { Navigation } from "../navigation.ts";
import type { Records, Weapp } from "../weapp.ts";
import { createAnswer } from "./answer.ts";
import { createMedia } from "./media.ts";
import { createNetwork } from "./network.ts";
import { createSelectorQuery } from "./selector.ts";
import { createSockets } from "./socket.ts";
import { createStorage } from "./storage.ts";
import { createSystem } from "./system.ts";
import { createView } from "./view.ts";

type Handler = (value: unknown) => void;

/** What `wx` listens to, and the test can make happen. */
const happenings = [
  ..."AppShow AppHide NetworkStatusChange Error UnhandledRejection PageNotFound ThemeChange".split(" "),
  ..."KeyboardHeightChange MemoryWarning WindowResize AudioInterruptionBegin AudioInterruptionEnd".split(" "),
  ..."UserCaptureScreen NetworkWeakChange AppRoute AppRouteDone LazyLoadError".split(" "),
];

type World = {
  weapp: Weapp;
  records: Records;
  person: Person;
  navigation: () => Navigation;
  isTapping: () => boolean;
};

/** The part of `wx` that a chat and a shop use, and how the test makes things happen to it. */
export function createWx({ weapp, records, person, navigation, isTapping }: World) {
  const answer = createAnswer(records);
  const sockets = createSockets(records);
  const handlers = new Map<string, Set<Handler>>();
  const listening = happenings.flatMap((name) => {
    const of = new Set<Handler>();
    handlers.set(name, of);
    return [
      [`on${name}`, (handler: Handler) => void of.add(handler)],
      [`off${name}`, (handler?: Handler) => (handler ? void of.delete(handler) : of.clear())],
    ] as const;
  });
  const wx = {
    ...createSystem({ answer, weapp, person, isTapping }),
    ...createStorage(answer),
    ...createNetwork(records),
    ...createMedia(answer),
    ...createView(answer, navigation),
    ...Object.fromEntries(listening),
    connectSocket: sockets.connectSocket,
    createSelectorQuery: () => createSelectorQuery(() => navigation().top()?.element),
    arrayBufferToBase64: toBase64,
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
    reportEvent() {},
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
  };
  const happen = (name: string, value?: unknown) => {
    for (const handler of handlers.get(name) ?? []) handler(value);
  };
  return { wx, sockets, happen };
}
