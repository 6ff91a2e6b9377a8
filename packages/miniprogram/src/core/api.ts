import { type Result, refuse } from "@yiwen/shared";
import { promised, type Wx, type WxResponse } from "./wx.ts";

/** Milliseconds for an answer over HTTP, and for sending a picture up. */
const patienceMs = 15_000;
const uploadPatienceMs = 60_000;

/** The server's HTTP side. Nothing here rejects: a network that fails is `unavailable`. */
export type Api = {
  post<T>(path: string, body: object, token?: string): Promise<Result<T>>;
  upload<T>(path: string, filePath: string, token: string): Promise<Result<T>>;
};

/** Speaks HTTP through `wx.request` and `wx.uploadFile`. */
export function createApi(wx: Wx, server: string): Api {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return {
    post: (path, body, token) =>
      answered(
        promised<WxResponse>((on) =>
          wx.request({
            url: server + path,
            method: "POST",
            data: body,
            header: { "content-type": "application/json", ...(token && bearer(token)) },
            timeout: patienceMs,
            ...on,
          }),
        ),
      ),
    upload: (path, filePath, token) =>
      answered(
        promised<WxResponse>((on) =>
          wx.uploadFile({
            url: server + path,
            filePath,
            name: "file",
            header: bearer(token),
            timeout: uploadPatienceMs,
            ...on,
          }),
        ),
      ),
  };
}

async function answered<T>(response: Promise<WxResponse>): Promise<Result<T>> {
  try {
    const { data } = await response;
    // `wx.uploadFile` leaves the parsing to us.
    const result = (typeof data === "string" ? JSON.parse(data) : data) as Result<T>;
    if (typeof result.ok === "boolean") return result;
  } catch {
    // No network, no answer in time, or somebody else's answer.
  }
  return refuse("unavailable", "the server can't be reached");
}
