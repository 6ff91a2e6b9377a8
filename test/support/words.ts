import { en as consoleEn } from "../../packages/console/src/i18n/en.ts";
import { zhCN as consoleZh } from "../../packages/console/src/i18n/zh-CN.ts";
import { strings as widgetEn } from "../../packages/widget/src/i18n/en.ts";
import { strings as widgetZh } from "../../packages/widget/src/i18n/zh-CN.ts";

/** The languages in which everything is tried. */
export type Language = "zh" | "en";

/** What the two front ends say. */
export const screens = {
  zh: { widget: widgetZh, console: consoleZh },
  en: { widget: widgetEn, console: consoleEn },
} as const;

/** What people say to each other, and what the bot's answers must hold. */
export const words = {
  zh: {
    consult: "一键咨询",
    product: "连帽加绒卫衣 秋冬",
    greeting: /连帽加绒卫衣/,
    askSize: "有L码吗",
    sizeL: /L码.*有货.*103/s,
    askOther: "那M码呢",
    sizeM: /M码.*有货.*52/s,
    askColour: "黑色的",
    black: /M码 黑.*有货.*23/s,
    askPrice: "多少钱",
    price: /¥199.*¥259/s,
    coupon: /服装满199减20.*CAMELLIA20/s,
    angry: ["你们这什么破服务，太让人失望了", "等这么久没人理，垃圾店铺，气死我了"],
    reply: "您好，我是林晓，让您久等了，这就帮您处理。",
    note: "老客户，情绪激动，优先处理",
    thanks: "好的，谢谢",
    askAgain: "这件有现货吗",
    again: /有货/,
    comment: "客服很耐心",
  },
  en: {
    consult: "Ask about this",
    product: "Fleece-lined hoodie",
    greeting: /Fleece-lined hoodie/,
    askSize: "Do you have it in L?",
    sizeL: /size L.*in stock.*103/s,
    askOther: "what about M?",
    sizeM: /size M.*in stock.*52/s,
    askColour: "and the black one?",
    black: /size M, black.*in stock.*23/s,
    askPrice: "How much is it?",
    price: /¥199.*¥259/s,
    coupon: /¥20 off clothing over ¥199.*CAMELLIA20/s,
    angry: ["This is terrible, I am really angry", "Nobody answers, worst shop ever, awful service"],
    reply: "Hello, this is Lin. Sorry for the wait, I'm on it.",
    note: "Regular shopper, upset, handle first",
    thanks: "OK, thank you",
    askAgain: "Is it in stock?",
    again: /in stock/,
    comment: "Very patient",
  },
} as const;
