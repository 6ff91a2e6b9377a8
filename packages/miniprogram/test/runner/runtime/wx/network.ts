import { bridge, fromBase64, type NodeReply, toBase64 } from "../bridge.ts";
import { fileAt } from "../files.ts";
import type { Records } from "../weapp.ts";
import { note, type Options } from "./answer.ts";

type RequestOptions = Options & {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: string;
};

type UploadOptions = Options & {
  url: string;
  filePath: string;
  name: string;
  header?: Record<string, string>;
  formData?: Record<string, string>;
};

/** `wx.request` and `wx.uploadFile`, done by Node. */
export function createNetwork(records: Records) {
  return {
    request(options: RequestOptions) {
      note(records, "request", { url: options.url, method: options.method ?? "GET" });
      return task("request", options, async () => {
        const reply = await bridge.weappRequest(requestOf(options));
        return { ...result(reply), data: dataOf(reply, options) };
      });
    },
    uploadFile(options: UploadOptions) {
      const { url, filePath, name, header = {}, formData = {} } = options;
      note(records, "uploadFile", { url, filePath, name, formData });
      return task("uploadFile", options, async () => {
        const blob = fileAt(filePath);
        const file = {
          name: filePath.slice("wxfile://".length),
          mime: blob.type,
          base64: toBase64(await blob.arrayBuffer()),
        };
        const reply = await bridge.weappUpload({ url, headers: header, name, file, form: formData });
        return { ...result(reply), data: textOf(reply) };
      });
    },
  };
}

function task(name: string, options: Options, run: () => Promise<object>) {
  let aborted = false;
  const end = (call: "success" | "fail", value: object) => {
    options[call]?.(value);
    options.complete?.(value);
  };
  run().then(
    (value) => !aborted && end("success", { ...value, errMsg: `${name}:ok` }),
    (error: Error) => !aborted && end("fail", { errMsg: `${name}:fail ${error.message}`, errno: 600001 }),
  );
  return {
    abort() {
      if (aborted) return;
      aborted = true;
      end("fail", { errMsg: `${name}:fail abort` });
    },
    onProgressUpdate() {},
    offProgressUpdate() {},
    onHeadersReceived() {},
    offHeadersReceived() {},
  };
}

function requestOf({ url, method = "GET", data, header = {} }: RequestOptions) {
  const headers = { "content-type": "application/json", ...lowered(header) };
  if (method === "GET" || data === undefined) {
    const query = data && typeof data === "object" ? `?${new URLSearchParams(data as Record<string, string>)}` : "";
    return { url: url + query, method, headers: method === "GET" ? lowered(header) : headers };
  }
  const bytes =
    data instanceof ArrayBuffer
      ? data
      : new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data)).buffer;
  return { url, method, headers, base64: toBase64(bytes) };
}

const lowered = (header: Record<string, string>) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));

const result = ({ status, headers }: NodeReply) => ({ statusCode: status, header: headers, cookies: [] });
const textOf = ({ base64 }: NodeReply) => new TextDecoder().decode(fromBase64(base64));

function dataOf(reply: NodeReply, { responseType, dataType = "json" }: RequestOptions): unknown {
  if (responseType === "arraybuffer") return fromBase64(reply.base64).buffer;
  const text = textOf(reply);
  if (dataType !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
