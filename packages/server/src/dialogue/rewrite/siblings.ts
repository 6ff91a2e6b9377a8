/**
 * Words that stand in each other's place: "怎么退货" and then "那换货呢" asks "怎么换货". One class a line, both
 * languages; a word of a class in the last question gives way to another of the same class.
 */
const classes: RegExp[] = [
  /退货|换货|维修|\b(?:returns?|exchanges?|repairs?)\b/i,
  /微信支付|微信|支付宝|花呗|白条|信用卡|储蓄卡|银行卡|云闪付|货到付款|分期|\b(?:wechat(?: pay)?|alipay|paypal|klarna|visa|mastercard|amex|credit cards?|debit cards?|gift cards?|apple pay|google pay|cash)\b/i,
  /顺丰|中通|圆通|申通|韵达|邮政|京东快递|极兔|德邦|\b(?:ems|dhl|fedex|ups|usps)\b/i,
  /增值税专用发票|专用发票|专票|普通发票|普票|纸质发票|电子发票|个人抬头|公司抬头/,
  /内蒙古?|黑龙江|新疆|西藏|青海|甘肃|宁夏|海南|云南|贵州|广西|四川|重庆|北京|上海|天津|广东|广州|深圳|浙江|杭州|江苏|南京|福建|山东|山西|陕西|河南|河北|湖南|湖北|江西|安徽|辽宁|吉林|台湾|香港|澳门|国外|海外|偏远地区|农村|乡镇/,
  /\b(?:canada|mexico|the us|the usa|usa|america|the uk|uk|england|scotland|ireland|france|germany|spain|italy|japan|korea|china|singapore|australia|new zealand|india|brazil|europe|hawaii|alaska|california|texas|hong kong|taiwan|macao)\b/i,
  /今天|明天|后天|周[一二三四五六日末]|星期[一二三四五六日天]|节假日|国庆|春节|五一|过年|双十一|\b(?:today|tomorrow|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:public )?holidays?)\b/i,
  /男士|男生|男的|男孩|女士|女生|女的|女孩|小孩子?|儿童|孩子|老人|孕妇|宝宝|大人|成人|\b(?:men|women|boys|girls|kids|children|adults|toddlers|babies)\b/i,
  /机洗|手洗|干洗|水洗|烘干|漂白|熨烫|熨|\b(?:machine wash(?:ed|able)?|hand wash(?:ed|able)?|dry clean(?:ed)?|tumble dr(?:y|ied)|bleach(?:ed)?|iron(?:ed)?)\b/i,
  /洗碗机|微波炉|烤箱|冰箱|蒸锅|电磁炉|\b(?:dishwasher|microwave|oven|freezer|fridge)\b/i,
  /飞机|高铁|火车|地铁|\b(?:plane|train|bus)\b/i,
  /苹果|安卓|华为|小米|鸿蒙|\b(?:iphone|android|ipad|mac|windows)\b/i,
  /发货前|发货后|签收前|签收后|下单前|下单后|付款前|付款后|\b(?:before|after) (?:it (?:has )?shipped|dispatch|delivery|payment)\b/i,
  /普通会员|银卡|金卡|钻石卡|\b(?:silver|gold|platinum)\b/i,
  /(?<!第)(?:\d{1,3}|[一两二三四五六七八九十]{1,2})(?:件|个(?!月)|双|条|台|盒|箱|瓶|套)/,
  /(?<!\d)1[3-9]\d(?:cm|厘米)?(?!\d)/i,
  /(?<!\d)\d{2,3}\s?(?:斤|公斤|kg|lbs?)/i,
];

/** A verb or a preposition that comes along with the word: "那用花呗呢", "那寄到新疆呢", "and for kids?". */
const carried = /^(?:用|走|发到?|寄到?|送到?|到|去|在|给|买|对|如果|要是|换成?)|^(?:to|for|in|by|with|on|at|using)\s+/i;

/** Whether a phrase is one word of a class and nothing else. */
export function isSibling(phrase: string): boolean {
  return classOf(phrase) !== undefined;
}

function classOf(phrase: string): { kind: RegExp; word: string } | undefined {
  for (const word of new Set([phrase.trim(), phrase.trim().replace(carried, "")])) {
    const kind = classes.find((one) => one.exec(word)?.[0] === word);
    if (kind) return { kind, word };
  }
  return undefined;
}

/** The last question with the phrase in the place of its sibling, and which word gave way; undefined where it has none. */
export function withSibling(asked: string, phrase: string): { text: string; there: string } | undefined {
  const found = classOf(phrase);
  const there = found?.kind.exec(asked)?.[0];
  if (!found || there === undefined) return undefined;
  const word = inNumber(found.word, there);
  if (word.toLowerCase() === there.toLowerCase()) return undefined;
  return { there, text: asked.replace(there, word).replace(/\ban (?=[bcdfgjklmnpqrstvwxyz])/i, "a ") };
}

/** "exchanges" in the place of "return" is "exchange". */
function inNumber(word: string, there: string): string {
  const isSingular = /^[a-z ]+[^s]$/i.test(there);
  return isSingular && /^(?:returns|exchanges|repairs|[a-z ]+cards)$/i.test(word) ? word.slice(0, -1) : word;
}
