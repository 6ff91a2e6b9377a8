import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One call as it came in. */
export type WechatCall = { path: string; query: Record<string, string>; body: Record<string, unknown> };

/** A message that WeChat would have delivered. */
export type SentMessage = { openid: string; templateId: string; page?: string; data: Record<string, string> };

/** WeChat's API as far as the server uses it, over HTTP, by script. */
export type ScriptedWechat = {
  /** The base URL to give the server as `WECHAT_API_URL`. */
  url: string;
  /** Every call so far, in order. */
  calls: WechatCall[];
  callsTo(path: string): WechatCall[];
  /** Makes an app known; calls of any other are refused with 40013, a wrong secret with 40125. */
  addApp(app: { appId: string; appSecret: string }): void;
  /** The next `times` calls of this path are refused with this number. */
  fail(path: string, errcode: number, times?: number): void;
  /** The next `times` calls of this path are answered with this HTTP status and no JSON. */
  breakDown(path: string, status: number, times?: number): void;
  /** Calls of this path wait until they are let go. */
  hold(path: string): () => void;
  /** Texts that hold this word are `risky`, or what is said. */
  refuse(word: string, suggest?: "risky" | "review"): void;
  /** Every access token given out so far is refused with 42001 from now on. */
  expireTokens(): void;
  /** The person allows one message of this template. */
  grant(openid: string, templateId: string): void;
  /** Subscription messages delivered, in order. */
  sent: SentMessage[];
  /** Pictures handed in for a check, in order. */
  pictures: { traceId: string; url: string; openid: string }[];
  close(): Promise<void>;
};

let made = 0;

/** A code as `wx.login` would give it: it says who holds it, is good once, and any process may make one. */
export function codeFor(openid: string, unionid = ""): string {
  made += 1;
  return ["code", openid, unionid, `${process.pid}-${made}`].join("~");
}

type Script = { errcodes: number[]; statuses: number[]; held: Promise<void> | undefined };
type Reply = Record<string, unknown>;
type World = ReturnType<typeof createWorld>;

function createWorld() {
  return {
    calls: [] as WechatCall[],
    apps: new Map<string, string>(),
    scripts: new Map<string, Script>(),
    words: new Map<string, "risky" | "review">(),
    usedCodes: new Set<string>(),
    /** The token now and whether it is still taken; one an app. */
    tokens: new Map<string, { token: string; isGood: boolean }>(),
    grants: new Map<string, number>(),
    sent: [] as SentMessage[],
    pictures: [] as ScriptedWechat["pictures"],
    counter: 0,
  };
}

/** Starts the API on a free port of this machine. */
export async function startWechatServer(port = 0): Promise<ScriptedWechat> {
  const world = createWorld();
  const server = createServer((request, response) => {
    void answer(world, request).then(({ status, body }) => {
      // As the real one does, whatever the body is.
      response.writeHead(status, { "content-type": "text/plain" }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const scriptOf = (path: string) => {
    const script = world.scripts.get(path) ?? { errcodes: [], statuses: [], held: undefined };
    world.scripts.set(path, script);
    return script;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: world.calls,
    sent: world.sent,
    pictures: world.pictures,
    callsTo: (path) => world.calls.filter((call) => call.path === path),
    addApp: ({ appId, appSecret }) => void world.apps.set(appId, appSecret),
    fail: (path, errcode, times = 1) => void scriptOf(path).errcodes.push(...Array(times).fill(errcode)),
    breakDown: (path, status, times = 1) => void scriptOf(path).statuses.push(...Array(times).fill(status)),
    hold(path) {
      const script = scriptOf(path);
      const { promise, resolve } = Promise.withResolvers<void>();
      script.held = promise;
      return () => {
        script.held = undefined;
        resolve();
      };
    },
    refuse: (word, suggest = "risky") => void world.words.set(word, suggest),
    expireTokens() {
      for (const token of world.tokens.values()) token.isGood = false;
    },
    grant(openid, templateId) {
      const key = `${openid}/${templateId}`;
      world.grants.set(key, (world.grants.get(key) ?? 0) + 1);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(world: World, request: IncomingMessage): Promise<{ status: number; body: string }> {
  const url = new URL(request.url ?? "/", "http://wechat");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const call: WechatCall = {
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: text ? JSON.parse(text) : {},
  };
  world.calls.push(call);
  const script = world.scripts.get(call.path);
  await script?.held;
  const status = script?.statuses.shift();
  if (status !== undefined) return { status, body: "<html>something is wrong here</html>" };
  const errcode = script?.errcodes.shift();
  const reply = errcode === undefined ? route(world, call) : refusal(errcode);
  return { status: 200, body: JSON.stringify(reply) };
}

const refusal = (errcode: number): Reply => ({ errcode, errmsg: `scripted ${errcode}` });
const success: Reply = { errcode: 0, errmsg: "ok" };

const routes: Record<string, (world: World, call: WechatCall) => Reply> = {
  "/sns/jscode2session": codeToSession,
  "/cgi-bin/stable_token": stableToken,
  "/cgi-bin/message/subscribe/send": withToken(subscribeSend),
  "/wxa/msg_sec_check": withToken(checkText),
  "/wxa/media_check_async": withToken(checkMedia),
};

function route(world: World, call: WechatCall): Reply {
  return routes[call.path]?.(world, call) ?? refusal(40066);
}

function appRefusal(world: World, appId: unknown, secret: unknown): Reply | undefined {
  const expected = world.apps.get(String(appId));
  if (expected === undefined) return refusal(40013);
  return expected === secret ? undefined : refusal(40125);
}

function codeToSession(world: World, { query }: WechatCall): Reply {
  const refused = appRefusal(world, query.appid, query.secret);
  if (refused) return refused;
  const [kind, openid, unionid] = (query.js_code ?? "").split("~");
  if (kind !== "code" || !openid || query.grant_type !== "authorization_code") return refusal(40029);
  if (world.usedCodes.has(query.js_code ?? "")) return refusal(40163);
  world.usedCodes.add(query.js_code ?? "");
  return { openid, session_key: "c2Vzc2lvbi1rZXktb2YtYS10ZXN0", ...(unionid && { unionid }) };
}

function stableToken(world: World, { body }: WechatCall): Reply {
  const refused = appRefusal(world, body.appid, body.secret);
  if (refused) return refused;
  const appId = String(body.appid);
  const known = world.tokens.get(appId);
  if (known?.isGood && !body.force_refresh) return { access_token: known.token, expires_in: 7200 };
  world.counter += 1;
  const token = `token-${world.counter}`;
  world.tokens.set(appId, { token, isGood: true });
  return { access_token: token, expires_in: 7200 };
}

function withToken(answerWith: (world: World, call: WechatCall) => Reply) {
  return (world: World, call: WechatCall): Reply => {
    const known = [...world.tokens.values()].find(({ token }) => token === call.query.access_token);
    if (!known) return refusal(40001);
    return known.isGood ? answerWith(world, call) : refusal(42001);
  };
}

function subscribeSend(world: World, { body }: WechatCall): Reply {
  const [openid, templateId] = [String(body.touser), String(body.template_id)];
  const key = `${openid}/${templateId}`;
  const left = world.grants.get(key) ?? 0;
  if (left === 0) return refusal(43101);
  world.grants.set(key, left - 1);
  const fields = Object.entries(body.data as Record<string, { value: string }>);
  const data = Object.fromEntries(fields.map(([name, { value }]) => [name, value]));
  world.sent.push({ openid, templateId, ...(body.page !== undefined && { page: String(body.page) }), data });
  return success;
}

function checkText(world: World, { body }: WechatCall): Reply {
  const content = String(body.content);
  if (body.version !== 2 || !body.openid || [...content].length > 2500) return refusal(47001);
  const found = [...world.words].find(([word]) => content.includes(word));
  const result = found ? { suggest: found[1], label: 20001 } : { suggest: "pass", label: 100 };
  return { ...success, result, trace_id: traceId(world) };
}

function checkMedia(world: World, { body }: WechatCall): Reply {
  if (body.version !== 2 || body.media_type !== 2 || !body.openid) return refusal(47001);
  const id = traceId(world);
  world.pictures.push({ traceId: id, url: String(body.media_url), openid: String(body.openid) });
  return { ...success, trace_id: id };
}

function traceId(world: World): string {
  world.counter += 1;
  return `trace-${world.counter}`;
}
