import type { OrderStatus } from "@yiwen/shared";

/** A state that a text says an order has, and the states in which it is true to say so. */
export type SaidState = { said: string; at: number; states: OrderStatus[] };

const all: OrderStatus[] = [
  "unpaid",
  "paid",
  "shipped",
  "delivered",
  "completed",
  "cancelled",
  "refunding",
  "refunded",
];
const but = (...others: OrderStatus[]) => all.filter((state) => !others.includes(state));

const notYet = "(?<!有)(?:还没有?|尚未|还未|暂未|没有|未|没|还不曾)(?:能|被|为您|给您)?";
const isNot =
  "(?:not (?:yet )?(?:been )?|(?:hasn't|has not|haven't|have not|wasn't|isn't|didn't|did not) (?:yet )?(?:been )?)";
const already = "(?:已经?|刚刚?|早就|早已)(?:全部|都|成功|被|自动|全额|原路|为您|给您|帮您|替您|由[^，,。\\s]{1,6})*";
const done = "(?:了|啦|咯|喽)";
const has = "(?:has|have|had|'s|'ve|was|were|is|are|got|gets)(?: now| already| just| all| both| been| successfully)*";
const it =
  "(?:\\bit|\\bthey|\\b(?:order|parcel|package|shipment|items?|goods)(?: #?[a-z\\d-]*\\d)?)(?: just| already| both)?";

/** In this order, what says that something is not yet so first: what is read once is not read again. */
const wordings: [string, OrderStatus[]][] = [
  [
    `${notYet}(?:发货|发出|寄出|发走|出库|揽收)|待发货|备货中|正在(?:备货|打包|配货)|${isNot}(?:ship(?:ped)?|dispatch(?:ed)?)\\b|being (?:prepared|packed)|awaiting shipment`,
    ["unpaid", "paid"],
  ],
  [`${notYet}(?:付款|支付)|待(?:付款|支付)|awaiting payment|unpaid|${isNot}paid\\b`, ["unpaid"]],
  [`${notYet}(?:送达|送到|签收|妥投|到货)|${isNot}(?:delivered|arrived?)\\b`, but("delivered", "completed")],
  [`${notYet}取消|${isNot}cancell?ed`, but("cancelled")],
  [`${notYet}(?:退款|退还|到账)|${isNot}refunded`, but("refunded")],
  [
    `退款(?:处理|审核)?(?:中|进行中)|正在(?:为您|处理)?退款|退款(?:申请)?已(?:提交|受理|通过)|being refunded|refund is (?:being|under|in)`,
    ["refunding"],
  ],
  [
    `${already}(?:退款|退还|返还)|退款(?:已经?|成功|完成)(?:到账|退回|完成|成功)?|(?:退款|货款|款项?|钱)(?:已经?)?(?:都|原路|全部)*(?:到账|退回?|退还|返还|打回)(?:到?您[^，,。\\s]{0,6}|给您)?(?:${done}|成功)|(?:款项?|钱)${already}(?:退|返|打回|到账)|退款${done}|${has} refunded|\\bwe(?:'ve| have)? refunded|refund (?:(?:has|was|is)(?: been)? )?(?:issued|processed|completed?|sent|done|went through)`,
    ["refunded"],
  ],
  [
    `${already}取消|取消(?:${done}|成功)|被取消|(?:订单|交易)(?:已经?)?关闭|${has} cancell?ed|${it} cancell?ed`,
    ["cancelled"],
  ],
  [`(?:订单|交易)${already}完成|交易成功|order is complete`, ["completed"]],
  [
    `${already}(?:送达|送到|签收|妥投|到货|投递|放[到在入至])|(?:送达|送到|签收|妥投|到货)(?:${done}|成功)|(?:包裹|快递|快件|货|订单|商品|件)(?:就|都|也|已经?)*到${done}|${already}到${done}?(?=[，,。.！!~\\s]|$|您|你)|${has} (?:delivered|arrived)|${it} (?:delivered|arrived)|(?:already|just) (?:arrived|delivered)|${has} signed for`,
    ["delivered", "completed"],
  ],
  [
    `${already}(?:发货|发出|寄出|出库|发走|发往|寄往|揽收|上路|交[由给付])|(?:发货|发出去?|寄出去?|发走|寄走|出库|揽收)${done}|发货成功|发了货|发的货|(?:运输|运送)(?:途)?中(?!如|若|造成|出现|发生|的?[损破问])|在途|在路上|[派配]送中|派件中|正在(?:派送|配送|运输|运送|派件|送货)|${has} (?:shipped|dispatched|sent out)|${it} (?:shipped|dispatched)|(?:already|just|\\bwe) (?:shipped|dispatched)|in transit|en route|on (?:its|the|their) way|out for delivery|left (?:our|the) warehouse`,
    ["shipped", "delivered", "completed"],
  ],
  [
    `${already}(?:支付|付款)(?:成功)?|(?:付款|支付)(?:成功|${done})|收到了?您的[付货]款|payment (?:was |has been |is )?(?:received|confirmed|successful)|${has} paid\\b`,
    ["paid", "shipped", "delivered", "completed", "refunding", "refunded"],
  ],
];
const states = wordings.map(([when, fitting]): [RegExp, OrderStatus[]] => [new RegExp(when, "g"), fitting]);

/** What follows makes it a rule about orders in general or a question. */
const general =
  /^(?:的(?!状态|[哦呢呀啦亲哈]|[\s。.！!？?；;~]|$)|后(?![续台])|之后|以后|前(?![往去])|之前|时(?![间效])|者|吗|么(?=[\s？?。，]|$)|没有?(?=[\s？?，,。]|$)|(?: yet| already| today)?\s?[?？])/;
/** "已退款或退货中的商品不参加": what is spoken of are all orders of a kind. */
const group = /^[^，,。\n您你]{1,20}的(?:[，,]|可以|不|要|请|都|才|商品|订单|包裹)/;
/** What a rule says of things that happen by themselves: "一般3天就到了", "are shipped within". */
const usual = /(?:一般|通常|正常|平时|会(?!员)|将(?!军)|预计|[天日周月时](?:内|左右)?[就便才])[^，,。\n]{0,12}$/;
/** "不能取消了" says what can't be done. */
const modal = /(?:不能|不可以?|无法|没法|可以|能够?|想要?|需要|申请|请|别|不要)(?:再|够|被|直接|自行|在线)*$/;
const usualAfter =
  /^\s?(?:再|才|会|就|first|automatically|within|in \d|by the|every|the same|same[- ]day|the next|next[- ]day|after|before|once|as soon|from our|free|worldwide|on (?:week|business|working|mon|tue|wed|thu|fri))/;
const loose = new RegExp(`${done}$|^被`);
/** "It is refunded" is said of an order where one is its subject, and of what the shop does in general where not. */
const present = /^(?:is|are|gets?)\b/;
const subject =
  /\b(?:(?:your|this|the|that) (?:\w+ )?(?:order|parcel|package|shipment|purchase)(?: #?[\w-]+)?|(?:your|both|these) (?:items|goods)|everything|both|it|they|[\w-]*\d) ?$/;
const supposed =
  /(?:如果|(?<![例比譬])如(?!您所|你所|下|图|此|何|今|期|常|约)|若|假如|一旦|要是|是否|是不是|有没有|等(?!商品|产品|货品|物品|宝贝|等|[已都均全\d])|万一|只要|除非|超过|逾期|凡|对于|无论|不论|\b(?:if|once|when|after|before|until|unless|whether)\b[^，,。.！!？?\n；;]{0,44})[^，,。.！!？?\n；;]{0,16}$|(?<!\byour )\borders (?:that |which )?(?:are |have )?(?:been )?$/;
const longestBefore = 90;

/** What a text that went through `plainText` says of the state of the shopper's orders; rules about orders in general are not meant. */
export function statesIn(text: string): SaidState[] {
  let rest = text;
  const found: SaidState[] = [];
  for (const [when, fitting] of states) {
    rest = rest.replace(when, (said: string, ...more: unknown[]) => {
      const at = more.findLast((part) => typeof part === "number") as number;
      const before = text.slice(Math.max(0, at - longestBefore), at);
      if (!isGeneral(said, before, text.slice(at + said.length))) found.push({ said, at, states: fitting });
      return " ".repeat(said.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

function isGeneral(said: string, before: string, after: string): boolean {
  if (supposed.test(before)) return true;
  const isOwn =
    /(?:您|你|\d|是)的?$|[您你]的?这|[您你]的[^，,。]{0,8}$/.test(before) && /^[^，,。]{0,20}的/.test(after);
  if (general.test(after) || group.test(after)) return !isOwn;
  if (present.test(said) && (!subject.test(before) || usualAfter.test(after))) return true;
  return loose.test(said) && (usual.test(before) || modal.test(before) || usualAfter.test(after));
}
