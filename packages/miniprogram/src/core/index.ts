export type { NotifyAnswer } from "./ask-to-notify.ts";
export type { Behaviour } from "./behaviour.ts";
export { getYiwen } from "./instance.ts";
export type { Privacy, PrivacyHandler } from "./privacy.ts";
export { type TrackPageOptions, trackPage } from "./track-page.ts";
export type { Unread } from "./unread.ts";
export type { Uploaded } from "./upload.ts";
export type { Wx, WxPrivacyAnswer } from "./wx.ts";
export { createYiwen, type Yiwen, type YiwenOptions } from "./yiwen.ts";
