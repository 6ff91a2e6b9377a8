import type { Wx, WxFailure, WxNetwork, WxPrivacyAnswer, WxResponse } from "../../src/core/wx.ts";
import { createFakeSocketTask, type FakeSocketTask } from "./fake-socket-task.ts";
import type { SkippingClock } from "./skipping-clock.ts";

/** A picture on the phone. */
export type FakeFile = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number; type: string };

type Request = { path: string; body: unknown; header: Record<string, string> };

/** What of a phone stays when the app is killed, and what a test makes it do. */
export type PhoneState = {
  storage: Map<string, string>;
  files: Map<string, FakeFile>;
  /** Storage that is full refuses to keep more. */
  isFull: boolean;
  /** Answers `wx.login`: a code, or a failure. */
  login(): { code: string } | WxFailure;
  /** Answers a request instead of the server, where it answers. */
  answer(request: Request): Promise<WxResponse | undefined> | WxResponse | undefined;
  /** What is tapped in WeChat's own question about subscription messages. */
  subscribes: "accept" | "reject";
  /** How much of a picture's bytes compressing leaves. */
  compression: number;
};

/** A phone that signs in, keeps what it is told and asks the server. */
export function createPhoneState(): PhoneState {
  let codes = 0;
  return {
    storage: new Map(),
    files: new Map(),
    isFull: false,
    login: () => ({ code: `code-${++codes}` }),
    answer: () => undefined,
    subscribes: "accept",
    compression: 0.3,
  };
}

export type FakeWx = Wx & {
  /** Requests and uploads in their order, those that failed too. */
  readonly requests: Request[];
  /** The app's sockets that WeChat counts. */
  readonly tasks: Set<FakeSocketTask>;
  /** How many sockets the app asked for, those that were refused too. */
  readonly socketsAsked: number;
  /** What a real phone would not forgive. */
  readonly misuses: string[];
  readonly subscriptionsAsked: string[][];
  hideApp(): void;
  showApp(): void;
  changeNetwork(now: WxNetwork): void;
  needPrivacy(): Promise<WxPrivacyAnswer>;
  /** The app is gone: nothing is called back any more. */
  kill(): void;
};

/** WeChat allows so many sockets in an app. */
const socketLimit = 5;

/** WeChat's functions over Node's, as strict as on a phone. */
export function createFakeWx(phone: PhoneState, { setTimeout }: Pick<SkippingClock, "setTimeout">): FakeWx {
  let isAlive = true;
  const listeners = {
    show: new Set<() => void>(),
    hide: new Set<() => void>(),
    network: new Set<(now: WxNetwork) => void>(),
  };
  let privacy: ((resolve: (answer: WxPrivacyAnswer) => void) => void) | undefined;
  const tasks: FakeWx["tasks"] = new Set();
  const misuses: string[] = [];
  const requests: Request[] = [];
  const subscriptionsAsked: string[][] = [];
  let socketsAsked = 0;

  /** Answers later, and not at all when the app is gone by then. */
  const report = <T>(
    on: { success?(result: T): void; fail?(failure: WxFailure): void },
    work: () => Promise<T | WxFailure> | T | WxFailure,
  ) => {
    const fail = (failure: WxFailure) => isAlive && on.fail?.(failure);
    Promise.resolve()
      .then(work)
      .then(
        (result) => {
          if (result && typeof result === "object" && "errMsg" in result) fail(result);
          else if (isAlive) on.success?.(result as T);
        },
        (error) => fail({ errMsg: String(error) }),
      );
  };
  const ask = async (request: Request, url: string, init: RequestInit): Promise<WxResponse> => {
    requests.push(request);
    const scripted = await phone.answer(request);
    if (scripted) return scripted;
    const response = await fetch(url, { method: "POST", ...init, signal: AbortSignal.timeout(10_000) });
    return { statusCode: response.status, data: await response.text() };
  };
  const absolute = (url: string, scheme: string) => {
    if (new RegExp(`^${scheme}s?://`).test(url)) return;
    misuses.push(`not an absolute address: ${url}`);
    throw new Error("url not in domain list");
  };
  const file = (path: string): FakeFile => {
    const found = phone.files.get(path);
    if (!found) throw new Error(`no such file ${path}`);
    return found;
  };

  return {
    requests,
    tasks,
    misuses,
    subscriptionsAsked,
    get socketsAsked() {
      return socketsAsked;
    },
    connectSocket({ url, fail, timeout = 60_000 }) {
      socketsAsked++;
      try {
        absolute(url, "ws");
        if (tasks.size >= socketLimit) throw new Error("exceed max task count");
      } catch (error) {
        report({ fail }, () => ({ errMsg: `connectSocket:fail ${error}` }));
        return undefined;
      }
      const task = createFakeSocketTask(url, {
        misused: (what) => void misuses.push(what),
        gone: (one) => void tasks.delete(one),
        isAlive: () => isAlive,
      });
      tasks.add(task);
      setTimeout(task.expire, timeout);
      return task;
    },
    request({ url, data, header, ...on }) {
      report(on, async () => {
        absolute(url, "http");
        const request = { path: new URL(url).pathname, body: data, header };
        const { statusCode, data: text } = await ask(request, url, { headers: header, body: JSON.stringify(data) });
        return { statusCode, data: typeof text === "string" ? JSON.parse(text) : text };
      });
    },
    uploadFile({ url, filePath, name, header, ...on }) {
      report(on, () => {
        absolute(url, "http");
        const { bytes, type } = file(filePath);
        const form = new FormData();
        form.append(name, new Blob([bytes], { type: `image/${type}` }), "picture");
        const request = { path: new URL(url).pathname, body: { filePath }, header };
        return ask(request, url, { headers: header, body: form });
      });
    },
    login: (on) => report(on, () => phone.login()),
    getStorageSync: (key) => phone.storage.get(key) ?? "",
    setStorageSync(key, data) {
      if (phone.isFull) throw new Error("setStorageSync:fail exceed storage max size 10Mb");
      phone.storage.set(key, data);
    },
    removeStorageSync: (key) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
    getStorage: ({ key, ...on }) =>
      report(on, () => {
        const data = phone.storage.get(key);
        return data === undefined ? { errMsg: "getStorage:fail data not found" } : { data };
      }),
    setStorage({ key, data, ...on }) {
      if (phone.isFull) return report(on, () => ({ errMsg: "setStorage:fail exceed storage max size 10Mb" }));
      phone.storage.set(key, data);
      report(on, () => ({}));
    },
    onAppShow: (listener) => void listeners.show.add(listener),
    offAppShow: (listener) => void listeners.show.delete(listener),
    onAppHide: (listener) => void listeners.hide.add(listener),
    offAppHide: (listener) => void listeners.hide.delete(listener),
    onNetworkStatusChange: (listener) => void listeners.network.add(listener),
    offNetworkStatusChange: (listener) => void listeners.network.delete(listener),
    getImageInfo: ({ src, ...on }) =>
      report(on, () => {
        const { width, height, type } = file(src);
        return { width, height, type };
      }),
    compressImage: ({ src, compressedWidth, compressedHeight, ...on }) =>
      report(on, () => {
        const { bytes, width, height, type } = file(src);
        const scale = Math.min(1, (compressedWidth ?? width) / width, (compressedHeight ?? height) / height);
        const tempFilePath = `${src}.compressed`;
        phone.files.set(tempFilePath, {
          bytes: bytes.slice(0, Math.ceil(bytes.length * phone.compression)),
          width: Math.round(width * scale),
          height: Math.round(height * scale),
          type,
        });
        return { tempFilePath };
      }),
    getFileSystemManager: () => ({
      getFileInfo: ({ filePath, ...on }) => report(on, () => ({ size: file(filePath).bytes.length })),
    }),
    requestSubscribeMessage({ tmplIds, ...on }) {
      subscriptionsAsked.push(tmplIds);
      report(on, () => Object.fromEntries(tmplIds.map((id) => [id, phone.subscribes])));
    },
    onNeedPrivacyAuthorization(listener) {
      privacy = listener;
    },
    openPrivacyContract: (on) => report(on, () => ({})),
    hideApp: () => listeners.hide.forEach((listener) => void listener()),
    showApp: () => listeners.show.forEach((listener) => void listener()),
    changeNetwork: (now) => listeners.network.forEach((listener) => void listener(now)),
    needPrivacy: () => new Promise((resolve) => privacy?.(resolve)),
    kill() {
      isAlive = false;
    },
  };
}
