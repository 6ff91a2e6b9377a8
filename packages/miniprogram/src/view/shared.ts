/**
 * What the widget and the mini-program show alike: the thread's items, who is about to speak, the words. One list, so
 * that a shopper reads the same things in both.
 */

export { strings as widgetEnglish } from "../../../widget/src/i18n/en.ts";
export { errorText } from "../../../widget/src/i18n/error-text.ts";
export { noticeText } from "../../../widget/src/i18n/notice-text.ts";
export type { Strings as WidgetTexts } from "../../../widget/src/i18n/strings.ts";
export { strings as widgetChinese } from "../../../widget/src/i18n/zh-CN.ts";
export { accentText } from "../../../widget/src/platform/accent-sheet.ts";
export { onAccent } from "../../../widget/src/platform/contrast.ts";
export {
  type GroupItem,
  type MessageItem,
  type NoticeEvent,
  type Speaker,
  type ThreadItem,
  threadItems,
} from "../../../widget/src/thread/items.ts";
export { linkify, type TextPart } from "../../../widget/src/thread/linkify.ts";
export { aboutToSpeak, activeChoices, answerExpectedMs, statedMessage } from "../../../widget/src/thread/waiting.ts";
