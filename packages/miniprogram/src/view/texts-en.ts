import { widgetEnglish } from "./shared.ts";
import type { Texts } from "./texts.ts";

/** The mini-program's texts in English. */
export const english: Texts = {
  ...widgetEnglish,
  consultNow: "Ask about this",
  empty: { title: "How can we help?", body: "Ask about products, orders, offers or returns." },
  notSetUp: "The chat isn't set up yet. Please tell the shop.",
  pictures: { sending: "Sending the picture…", failed: "The picture wasn't sent. Please try again." },
  linkCopied: "Link copied. Open it in your browser.",
  notify: { ask: "Tell me when you reply", on: "WeChat will tell you when we reply" },
  contact: "Contact us on WeChat",
  privacy: {
    title: "Your privacy",
    body: "Before you send a picture, please read and accept the privacy guide. The picture is used for this chat only.",
    read: "Read the privacy guide",
    agree: "Accept and go on",
    refuse: "Not now",
  },
  errors: {
    ...widgetEnglish.errors,
    wechat_code_invalid: "Your WeChat sign-in has expired. Please try again.",
    wechat_busy: "WeChat is busy. Please try again in a while.",
    wechat_not_configured: "The shop hasn't set up chat in its mini-program. Please tell the shop.",
    content_refused: "This didn't pass the content check. Please put it another way.",
  },
};
