import { widgetChinese } from "./shared.ts";
import type { Texts } from "./texts.ts";

/** The mini-program's texts in Chinese. */
export const chinese: Texts = {
  ...widgetChinese,
  consultNow: "一键咨询",
  empty: { title: "有什么可以帮您？", body: "商品、订单、优惠、售后，都可以直接问。" },
  notSetUp: "客服还没有设置好，请联系店铺。",
  pictures: { sending: "正在发送图片…", failed: "图片没有发出去，请再试一次。" },
  linkCopied: "链接已复制，请在浏览器中打开",
  notify: { ask: "客服回复时通知我", on: "客服回复后会通过微信通知您" },
  contact: "联系微信客服",
  privacy: {
    title: "隐私保护提示",
    body: "发送图片前，请阅读并同意隐私保护指引。图片只用于本次咨询。",
    read: "查看隐私保护指引",
    agree: "同意并继续",
    refuse: "不同意",
  },
  errors: {
    ...widgetChinese.errors,
    wechat_code_invalid: "微信登录已失效，请重试。",
    wechat_busy: "微信暂时繁忙，请稍后再试。",
    wechat_not_configured: "店铺还没有开通小程序客服，请联系店铺。",
    content_refused: "这条内容没有通过审核，请换个说法。",
  },
};
