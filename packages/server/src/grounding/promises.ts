import type { OrderStatus } from "@yiwen/shared";

const conditional = /^(?:的(?!$)|后|之后|以后|前|之前|时|者)/;
const supposed =
  /(?:如果|如|若|假如|一旦|等|要是|是否|有没有|if|once|when|after|before|until|unless|whether)[^，,。.！!？?\n]{0,16}$/;

/** States of an order as they are said, and the states in which it is true to say so. The first that fits counts. */
const states: [RegExp, OrderStatus[]][] = [
  [
    /(?:还没有?|尚未|还未|暂未|没有|未|没)发货|待发货|not (?:yet )?(?:been )?shipped|(?:hasn't|has not|haven't) (?:been )?shipped/g,
    ["unpaid", "paid"],
  ],
  [/(?:还没有?|尚未|未)付款|待付款|awaiting payment|unpaid/g, ["unpaid"]],
  [/退款(?:处理|审核)?(?:中|进行中)|正在(?:为您)?退款|being refunded|refund is (?:being|under|in)/g, ["refunding"]],
  [
    /已经?(?:为您)?退款|退款(?:已经?|成功|完成)(?:到账|完成|成功)?|(?:has|have) been refunded|was refunded/g,
    ["refunded"],
  ],
  [/已经?(?:被)?取消|(?:has|have) been cancell?ed|was cancell?ed|is cancell?ed/g, ["cancelled"]],
  [/已经?(?:送达|签收|妥投|到货)|(?:has|have) been delivered|was delivered|has arrived/g, ["delivered", "completed"]],
  [
    /已经?(?:发货|发出|寄出|出库)|运输中|运送中|在途|在路上|派送中|配送中|(?:has|have) (?:been )?shipped|is shipped|was shipped|in transit|on (?:its|the) way|out for delivery/g,
    ["shipped", "delivered", "completed"],
  ],
  [
    /已经?(?:支付|付款)(?:成功)?|payment (?:was )?received/g,
    ["paid", "shipped", "delivered", "completed", "refunding", "refunded"],
  ],
];

/** A state that a text says an order has. */
export type SaidState = { said: string; at: number; states: OrderStatus[] };

/** What a text says of the state of the shopper's order; rules about orders in general are not meant. */
export function statesIn(text: string): SaidState[] {
  let rest = text.toLowerCase();
  const found: SaidState[] = [];
  for (const [when, fitting] of states) {
    rest = rest.replace(when, (said: string, ...more: unknown[]) => {
      const at = more.find((part) => typeof part === "number") as number;
      const isGeneral = conditional.test(rest.slice(at + said.length)) || supposed.test(rest.slice(0, at));
      if (!isGeneral) found.push({ said, at, states: fitting });
      return " ".repeat(said.length);
    });
  }
  return found;
}

/** Things that only people or the shop's systems do: a model that says it did them did not. */
const deeds =
  /(?:已经?|刚刚?|这就|马上|现在就?|正在)(?:为|帮|给|替)(?:您|你)[^，,。！!？?\n]{0,8}?(?:取消|退款|退货|换货|修改|更改|申请|登记|催|安排|下单|提交|发放|领取|备注|转接|转人工|补发|赔|开具|核实|联系|反馈)|\bi(?:'ve| have| will|'ll|'m| am)(?: already| now| just)? (?:cancel|refund|chang|updat|ship|arrang|appl(?:y|ied)|issu|transfer|connect|forward|escalat|process|submit)\w*/gi;

/** What a text says was done for the shopper. */
export function deedsIn(text: string): string[] {
  return text.match(deeds) ?? [];
}

/** Promises without a number, each with what a source must say for them to be true. */
const promises: [RegExp, RegExp][] = [
  [
    /包邮|免邮|免运费|free shipping|free delivery|ships? (?:for )?free/gi,
    /包邮|免邮|免运费|运费.{0,6}(?:商家|卖家|店铺|我们)|free shipping|free delivery|ships? (?:for )?free|免费(?:配送|送货)/i,
  ],
  [/终身|永久|lifetime|forever/gi, /终身|永久|lifetime|forever/i],
  [/假一赔\S|十倍赔偿|双倍赔偿/g, /假一赔|倍赔偿/],
  [/全额退款|full refund|money[- ]back/gi, /全额退款|full refund|money[- ]back/i],
  [/免费|free of charge|for free|complimentary/gi, /免费|free|complimentary|赠/i],
  [/无条件|unconditional/gi, /无条件|unconditional/i],
];

/** The promises in a text that none of the sources makes. */
export function promisesBeyond(text: string, sources: string): string[] {
  return promises.flatMap(([when, basis]) => (basis.test(sources) ? [] : (text.match(when) ?? [])));
}

const links = /https?:\/\/[^\s）)】\]>，。"']+|(?<![\w@])(?:www\.)[^\s）)，。]+/gi;
const codes = /(?<![\w.¥$€£])(?:[a-z]{1,6}[-_]?\d[\d-]{3,}\w*|\d[\d-]{6,}[a-z\d]*(?!\s?[元块.]))/gi;
const mails = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/** Links, addresses and numbers of orders, parcels and telephones in a text that stand in none of the sources. */
export function codesBeyond(text: string, sources: string): string[] {
  const plain = bareCode(sources);
  const said = [...(text.match(links) ?? []), ...(text.match(mails) ?? []), ...(withoutLinks(text).match(codes) ?? [])];
  return said.filter((one) => !plain.includes(bareCode(one)));
}

function withoutLinks(text: string): string {
  return text.replace(links, " ").replace(dates, " ");
}

const dates = /(?<!\d)(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?/g;

/** A text with blanks for links and codes, whose digits count nothing. */
export function withoutCodes(text: string): string {
  const blank = (found: string) => (dates.test(found) ? found : " ".repeat(found.length));
  dates.lastIndex = 0;
  return text.replace(links, blank).replace(codes, (found) => {
    dates.lastIndex = 0;
    return blank(found);
  });
}

function bareCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, "");
}
