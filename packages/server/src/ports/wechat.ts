/** A shop's own mini-program, as WeChat knows it. The secret is never logged and never leaves the server. */
export type WechatApp = { appId: string; appSecret: string };

/**
 * Why WeChat did not do what it was asked.
 * `code_invalid`: the code of `wx.login` is unknown, used or over five minutes old.
 * `busy`: WeChat is overloaded, out of quota or out of reach; the same thing may succeed later.
 * `not_configured`: the shop's app id, secret, address list or permission at WeChat is wrong.
 * `unreachable`: this person can't be told or asked about: not subscribed, unknown, or away for over two hours.
 * `blocked`: WeChat holds this person back as a risk.
 * `rejected`: the request itself is wrong, such as a template's fields.
 */
export type WechatErrorKind = "code_invalid" | "busy" | "not_configured" | "unreachable" | "blocked" | "rejected";

/** `errcode` is WeChat's own number, missing where WeChat did not answer; `message` holds no secret. */
export type WechatError = { kind: WechatErrorKind; errcode?: number; message: string; retryAfterMs?: number };

export type WechatResult<T> = { ok: true; data: T } | { ok: false; error: WechatError };

/** What a check found: `risky` must not be shown, `review` is WeChat's doubt. `label` is WeChat's number of the reason. */
export type Verdict = { suggest: "pass" | "review" | "risky"; label: number };

/** What the server needs of WeChat. No call throws: what went wrong is in the result. */
export type Wechat = {
  /** Who holds this code of `wx.login`; a code is good once. The session key that comes with it is dropped. */
  codeToSession(app: WechatApp, code: string): Promise<WechatResult<{ openid: string; unionid?: string }>>;
  /** Sends one subscription message, for which the person must have tapped yes. `page` is a path in the mini-program. */
  sendSubscribeMessage(
    app: WechatApp,
    message: {
      openid: string;
      templateId: string;
      page?: string;
      /** The template's fields by name, such as `thing1`. */
      data: Record<string, string>;
      /** Which build of the mini-program a tap opens; without it the released one. */
      state?: "developer" | "trial" | "formal";
      language?: "zh_CN" | "en_US";
    },
  ): Promise<WechatResult<Record<string, never>>>;
  /** Checks a text of any length. The person must have been in the mini-program within two hours. */
  checkText(app: WechatApp, question: { openid: string; text: string }): Promise<WechatResult<Verdict>>;
  /** Asks for a picture to be checked; WeChat fetches the URL and pushes the outcome under this trace id later. */
  checkMedia(app: WechatApp, question: { openid: string; url: string }): Promise<WechatResult<{ traceId: string }>>;
};
