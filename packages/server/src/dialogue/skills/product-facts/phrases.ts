import type { Measures } from "../../../nlu/measures.ts";
import type { SizeChosen } from "./size-chart.ts";

type Advice = SizeChosen & { measures: Measures };

const measureWords = {
  zh: {
    height: (value: number) => `身高 ${value} 厘米`,
    weight: (value: number) => `体重 ${value} 千克`,
    foot: (value: number) => `脚长 ${value} 厘米`,
    waist: (value: number) => `腰围 ${value} 厘米`,
  },
  en: {
    height: (value: number) => `${value} cm tall`,
    weight: (value: number) => `${value} kg`,
    foot: (value: number) => `a foot length of ${value} cm`,
    waist: (value: number) => `a waist of ${value} cm`,
  },
};

function measured({ by, measures }: Advice, language: "zh" | "en"): string {
  return by.map((of) => measureWords[language][of](measures[of]!)).join(language === "zh" ? "、" : " and ");
}

/** "165-172 厘米、57-65 千克", or the one length. */
function fits({ row: { height, weight, length } }: Advice, language: "zh" | "en"): string {
  const [cm, kg] = language === "zh" ? ["厘米", "千克"] : ["cm", "kg"];
  const ranges = [height && `${height.from}-${height.to} ${cm}`, weight && `${weight.from}-${weight.to} ${kg}`];
  const said = [...ranges, ...(length === undefined ? [] : [`${length} ${cm}`])].filter(Boolean);
  return said.join(language === "zh" ? "、" : ", ");
}

/** "蓝" alone is no word to say. */
const colourWord = (what: string) => (/^[黑白红蓝绿黄紫粉灰棕橙金银]$/.test(what) ? `${what}色` : what);

/** Words of the product skill. */
export const phrases = {
  zh: {
    which: "您问的是哪一款？告诉我商品名称，或者先看看这些类别：",
    whichSecond: "想和哪一款比较？告诉我名称，或者从下面选：",
    has: (title: string, choice: string, count: number) => `「${title}」${choice}有货，还有 ${count} 件。`,
    hasNot: (title: string, choice: string) => `「${title}」${choice}目前缺货。`,
    stillHas: (values: string) => `现在有货的有：${values}。`,
    noSuch: (what: string) => `没有${colourWord(what)}。`,
    options: (key: string, values: string) => `${key}：${values}`,
    soldOutMark: "（缺货）",
    whenUnknown: "补货时间我这边查不到，可以请人工客服确认。",
    noOptions: (title: string) => `「${title}」只有一种款式。`,
    attribute: (title: string, parts: string) => `「${title}」${parts}。`,
    inTitle: (title: string) => `商品名称里写着：「${title}」，资料里没有更多说明。`,
    notListed: (title: string, what: string) =>
      `「${title}」的商品资料里没有标注${what}，我不想乱说，可以请人工客服确认。`,
    nearest: (parts: string) => `资料里写的是：${parts}。`,
    thisPoint: "这一点",
    about: (title: string, price: string) => `「${title}」现价 ${price}。`,
    sizeNone: "这款没有尺码可选。",
    sizeOptions: (values: string) => `这款现在有货的尺码：${values}。`,
    sizeUnsure: "商品资料里没有详细的尺码对照，我没法替您准确判断，可以请人工客服帮您选。",
    sizeChosen: (advice: Advice) =>
      advice.between
        ? `按${measured(advice, "zh")}，在 ${advice.between} 和 ${advice.row.size} 之间，建议选大的 ${advice.row.size}（适合 ${fits(advice, "zh")}）。`
        : `按${measured(advice, "zh")}，建议选 ${advice.row.size}（适合 ${fits(advice, "zh")}）。`,
    sizeLeft: (size: string) => `${size} 现在有货。`,
    sizeGone: (size: string, others: string) => `${size} 目前缺货。${others}`,
    sizeBy: { foot: "这款按脚长选，告诉我脚长就能帮您挑：", waist: "这款按腰围选，告诉我腰围就能帮您挑：" },
    sizeBeyond: "您的尺寸不在这张对照表里，先看看各个码适合多少：",
    compare: "帮您对比了一下：",
    compareUntold: "您问的这一点，商品资料里没有标注。标注了的是这些：",
    price: "价格",
    stock: "库存",
    pieces: (count: number) => (count > 0 ? `${count} 件` : "缺货"),
    missing: "未标注",
    found: "为您找到这些：",
    several: (count: number) => `有的，店里有 ${count} 款：`,
    open: "您是指下面哪一款？",
    unknownLink: "这个链接不是本店在售的商品。告诉我想找什么，或者从下面选：",
    stockShort: (count: number) => (count > 0 ? `有货（${count} 件）` : "缺货"),
    hasNone: (what: string) => `没有${colourWord(what)}`,
    priceNow: (price: string) => `现价 ${price}。`,
    comma: "，",
    notFound: (categories: string) => `没有找到完全对应的商品。店里有这些类别：${categories}。也可以看看：`,
    offers: "店里有这些，您可以看看：",
    noneCheaper: "同类里没有更便宜的了：",
    noOther: "没有其他同款的商品了，同一类里现在有货的有：",
    forWhom: "是送给谁的，对方平时喜欢什么？告诉我，我按这个帮您挑。也可以先看看：",
    whatLiked: "对方平时喜欢什么？告诉我，我按这个帮您挑。也可以先看看：",
    noSales: "我这边看不到销量，店里有这些，您可以看看：",
    items: (title: string, facts: string) => `${title}，${facts}`,
    join: "、",
    sep: "：",
  },
  en: {
    which: "Which product do you mean? Tell me its name, or have a look around:",
    whichSecond: "Which one shall I compare it with? Tell me its name, or pick one:",
    has: (title: string, choice: string, count: number) => `Yes, "${title}"${choice} is in stock: ${count} left.`,
    hasNot: (title: string, choice: string) => `"${title}"${choice} is out of stock at the moment.`,
    stillHas: (values: string) => ` Available now: ${values}.`,
    noSuch: (what: string) => `There is no ${what}.`,
    options: (key: string, values: string) => `${key}: ${values}`,
    soldOutMark: " (sold out)",
    whenUnknown: "I can't see when it will be back; a person can find out for you.",
    noOptions: (title: string) => `"${title}" comes in one version only.`,
    attribute: (title: string, parts: string) => `"${title}": ${parts}.`,
    inTitle: (title: string) => `It is called "${title}"; the product page says no more about it.`,
    notListed: (title: string, what: string) =>
      `The page of "${title}" doesn't say anything about ${what}, and I don't want to guess. A person can find out for you.`,
    nearest: (parts: string) => `What it does say: ${parts}.`,
    thisPoint: "that",
    about: (title: string, price: string) => `"${title}" is ${price}.`,
    sizeNone: "This one doesn't come in sizes.",
    sizeOptions: (values: string) => `Sizes in stock: ${values}.`,
    sizeUnsure:
      "There is no detailed size chart on the product page, so I can't tell for sure. A person can help you choose.",
    sizeChosen: (advice: Advice) =>
      advice.between
        ? `For ${measured(advice, "en")} you are between ${advice.between} and ${advice.row.size}; I'd take the larger one, ${advice.row.size} (${fits(advice, "en")}).`
        : `For ${measured(advice, "en")} I'd take ${advice.row.size} (${fits(advice, "en")}).`,
    sizeLeft: (size: string) => `${size} is in stock.`,
    sizeGone: (size: string, others: string) => `${size} is out of stock at the moment. ${others}`,
    sizeBy: {
      foot: "This one goes by foot length; tell me yours and I'll pick one:",
      waist: "This one goes by waist; tell me yours and I'll pick one:",
    },
    sizeBeyond: "Your measurements are not in this chart; here is what each size is for:",
    compare: "Here is how they compare:",
    compareUntold: "Their pages don't say which is better in that. What they do say:",
    price: "Price",
    stock: "Stock",
    pieces: (count: number) => (count > 0 ? `${count} left` : "out of stock"),
    missing: "not stated",
    found: "Here is what I found:",
    several: (count: number) => `Yes, we have ${count}:`,
    open: "Which of these do you mean?",
    unknownLink: "That link isn't a product of this shop. Tell me what you're looking for, or pick one:",
    stockShort: (count: number) => (count > 0 ? `in stock (${count})` : "out of stock"),
    hasNone: (what: string) => `not in ${what}`,
    priceNow: (price: string) => ` It is ${price}.`,
    comma: ", ",
    notFound: (categories: string) =>
      `I found nothing that fits exactly. We have these categories: ${categories}. You may like:`,
    offers: "Here are some of our products:",
    noneCheaper: "There is nothing cheaper of its kind:",
    noOther: "There is no other one like it. In stock of the same kind:",
    whatLiked: "What do they like? Tell me and I'll choose by that. You could also start here:",
    forWhom: "Who is it for, and what do they like? Tell me and I'll choose by that. You could also start here:",
    noSales: "I can't see what sells best; here are some of our products:",
    items: (title: string, facts: string) => `${title}, ${facts}`,
    join: ", ",
    sep: ": ",
  },
};
