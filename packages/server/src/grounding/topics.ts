/** What a promise can be about: a number is only true of its own topic. */
export type Topic =
  | "noReason"
  | "return"
  | "exchange"
  | "refund"
  | "quality"
  | "warranty"
  | "repair"
  | "priceProtection"
  | "shipping"
  | "delivery"
  | "freight"
  | "invoice"
  | "coupon"
  | "points"
  | "hours"
  | "compensation"
  | "gift"
  | "stock"
  | "cancel"
  | "presale";

const patterns: [Topic, RegExp][] = [
  [
    "noReason",
    /无理由|无忧退|没有理由|不需要理由|任何理由|no[- ]?(?:reason|questions?)|any reason|change of mind|hassle[- ]free/,
  ],
  ["return", /退货|退换|可退|能退|包退|无理由退|退掉|退回来|\breturn/],
  ["exchange", /换货|退换|可换|能换|包换|调换|更换|换新|\bexchang|\breplace/],
  ["refund", /退款|退钱|到账|返还|原路退|\brefund/],
  ["quality", /质量|瑕疵|破损|损坏|坏了|故障|缺陷|defect|damage|faulty|quality|broken/],
  ["warranty", /保修|质保|三包|联保|warrant|\bguarantee/],
  ["repair", /维修|修理|检修|返修|\brepair/],
  ["priceProtection", /价保|保价|差价|降价|价格保护|price (?:protect|match|adjust|drop)/],
  ["shipping", /发货|出库|寄出|发出|发走|\b(?:ship(?:s|ped|ping)?|dispatch\w*)\b(?! (?:cost|fee|is free|free))/],
  ["delivery", /送达|送到|到达|到手|配送|派送|能到|就到|会到|\bdeliver|\barriv/],
  [
    "freight",
    /运费|邮费|包邮|免邮|快递费|shipping (?:cost|fee)|postage|free (?:shipping|delivery)|ships? free|shipping is/,
  ],
  ["invoice", /发票|\binvoice/],
  [
    "coupon",
    /优惠|券|满减|[立直]减|减免|减\s?[\d¥$]|减[一二两三四五六七八九]|省\s?[\d¥]|\bcoupon|\bdiscount|\boff\b|\bsave\b/,
  ],
  ["points", /积分|会员|\bpoints|\bmember/],
  ["hours", /营业|上班|客服时间|工作时间|在线时间|服务时间|opening hours|business hours|open (?:from|until)/],
  ["compensation", /赔|补偿|\bcompensat/],
  ["gift", /赠品|赠送|送一|\bgift/],
  ["stock", /库存|有货|剩余|还剩|in stock|left\b/],
  ["cancel", /取消|拒收|\bcancel/],
  ["presale", /预售|定金|尾款|pre-?order|deposit/],
];

/** From when a time counts: that is no topic of its own ("签收后7天内" is about what follows). */
const reference =
  /(?:签收|收货|收到货?(?:品)?|到货|付款|支付|下单|购买|确认收货|拿到(?:货|手)?)(?:之日|次日|当日|当天|成功)?(?:起|后|之后|以后|时|的)|(?:of|after|from|since) (?:the )?(?:date of )?(?:delivery|receipt|purchase|payment|receiving|it arrives|arrival)/g;

/** The topics that a piece of text names. */
export function topicsIn(text: string): Set<Topic> {
  const words = text.toLowerCase().replace(reference, " ");
  return new Set(patterns.filter(([, when]) => when.test(words)).map(([topic]) => topic));
}
