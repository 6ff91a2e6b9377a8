/** What a failed call of WeChat's says. */
export type WxFailure = { errMsg: string; errno?: number; errCode?: number };

type Call<O, S> = O & { success?(result: S): void; fail?(failure: WxFailure): void };

/** One WebSocket of WeChat's. */
export type WxSocketTask = {
  send(options: Call<{ data: string }, unknown>): void;
  close(options: Call<{ code?: number; reason?: string }, unknown>): void;
  onOpen(listener: () => void): void;
  onMessage(listener: (message: { data: unknown }) => void): void;
  onError(listener: (failure: WxFailure) => void): void;
  onClose(listener: () => void): void;
};

export type WxResponse = { statusCode: number; data: unknown };

/** What an asked-for subscription came to, by template id: `accept`, `reject`, `ban`, `filter`. */
export type WxSubscribed = { [templateId: string]: string };

/** How a privacy popup answers WeChat; `agree` needs the id of the `agreePrivacyAuthorization` button that was tapped. */
export type WxPrivacyAnswer = { event: "exposureAuthorization" | "agree" | "disagree"; buttonId?: string };

/** What of `wx` the core uses. What is optional is missing in some versions of WeChat. */
export type Wx = {
  connectSocket(options: Call<{ url: string; timeout?: number }, unknown>): WxSocketTask | undefined;
  request(
    options: Call<
      { url: string; method: "POST"; data: object; header: Record<string, string>; timeout?: number },
      WxResponse
    >,
  ): unknown;
  uploadFile(
    options: Call<
      { url: string; filePath: string; name: string; header: Record<string, string>; timeout?: number },
      WxResponse
    >,
  ): unknown;
  login(options: Call<{ timeout?: number }, { code: string }>): void;
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, data: string): void;
  removeStorageSync(key: string): void;
  getStorageInfoSync(): { keys: string[] };
  getStorage(options: Call<{ key: string }, { data: unknown }>): unknown;
  setStorage(options: Call<{ key: string; data: string }, unknown>): unknown;
  onAppShow(listener: () => void): void;
  offAppShow?(listener: () => void): void;
  onAppHide(listener: () => void): void;
  offAppHide?(listener: () => void): void;
  onNetworkStatusChange?(listener: (now: WxNetwork) => void): void;
  offNetworkStatusChange?(listener: (now: WxNetwork) => void): void;
  getImageInfo?(options: Call<{ src: string }, { width: number; height: number; type?: string }>): void;
  compressImage?(
    options: Call<
      { src: string; quality?: number; compressedWidth?: number; compressedHeight?: number },
      { tempFilePath: string }
    >,
  ): void;
  getFileSystemManager?(): { getFileInfo(options: Call<{ filePath: string }, { size: number }>): void };
  requestSubscribeMessage?(options: Call<{ tmplIds: string[] }, WxSubscribed>): void;
  onNeedPrivacyAuthorization?(listener: (resolve: (answer: WxPrivacyAnswer) => void) => void): void;
  openPrivacyContract?(options: Call<object, unknown>): void;
};

export type WxNetwork = { isConnected: boolean; networkType: string };

/** Calls one of WeChat's functions that answer by `success` and `fail`; rejects with its `errMsg`, and when it throws. */
export function promised<S>(
  run: (on: { success(result: S): void; fail(failure: WxFailure): void }) => void,
): Promise<S> {
  return new Promise((success, refuse) => {
    run({ success, fail: (failure) => refuse(new Error(failure?.errMsg ?? "failed")) });
  });
}
