import type { Unit } from "./quantities.ts";

/** What stands around a number or a moment in its clause, up to the next one on either side. */
export type Around = { before: string; after: string; unit: Unit | undefined };

const timed = new Set<string | undefined>(["hours", "workdays", "months", "bare", undefined]);

const notAtAll =
  /(?:不支持|不提供|不享受|不是|并非|没有|不满足|无法|\bnot|\bno(?! (?:more|later|less))|n't)[^，,。\d]{0,6}$/;
const chineseNot =
  "不(?:支持|提供|享受|接受|予|得(?!不)|给|允许|适用|再|包[邮退换赔]|免|参[加与]|保修|退|换|修|赔|发|送|配送|营业|上班|开门|在线|行)|不可(?!避免|抗|逆|思|多得)|不能(?![正用])|不会(?!影响|收)|无法(?![正使])|[恕概]不|拒绝|谢绝|没有?(?:货|优惠|活动|服务|退|换|无理由)|未?停止|暂停|休息|放假";
const englishNot =
  "(?<!\\b(?:if|unless|that|which|who) [^,.]{0,24})\\b(?:cannot|can not|never|no longer|no (?:returns?|refunds?|exchanges?)|unable|closed|(?:(?:ca|wo|is|are|do|does|could)n't|not)(?! (?:only|later|more|less|used|worn|opened|happy|satisfied|like|need|require|want|have to|fit)))";
const not = new RegExp(`${chineseNot}|${englishNot}`);
/** "Not this, but that": what is not so is said of something in between ("7天内不能用的可以退"). */
const yetSo = /(?:的|也|但|则|都|均|就|仍|还)[^不无]{0,2}(?:可|能|支持|享受|接受)|\bbut (?:you )?(?:can|may)\b/;
const so =
  /可以|可(?=[退换申享修免用领寄发])|能(?=[退换申享修免够领发送])|支持|享受|接受|允许|包[退换修赔]|\b(?:can|may|allowed|accept|eligible|possible|welcome)\b/;
/** Of prices and measures less is denied. */
const notMoney = /不包邮|不免|不打折|不参[加与]|不减|不享受?|不可用|不能用|\bnot (?:free|included|valid)\b/;

const beyondBefore =
  /(?<![不未没])(?:超过|超出|逾|晚于|过了?)$|(?<!\b(?:no|not) )\b(?:after|more than|over|beyond|past|later than)$/;
const beyondAfter = /^(?:以?后|之后|以上|开外|过后)/;

const less = /(?:不满|不足|未满|不到|低于|少于|\b(?:under|below|less than))[\s¥$€£]*$/;
const granted = /^[^，,。]{0,6}?(?:包邮|免邮|免运费|享受?|可用|能用|打折|减|ships? free|free shipping)/;

/** That it is so, that it is not ("不支持15天"), or that it begins only after it ("7天后"). */
export type Polarity = "said" | "denied" | "beyond";

/**
 * Whether it is said that this is so. What is denied of the rest is said of this: "超过7天不可退货" says that within seven
 * days one can, "不满99元不包邮" that from there on postage is free.
 */
export function polarityOf({ before, after, unit }: Around): Polarity {
  if (!timed.has(unit)) {
    const denies = notAtAll.test(before) || notMoney.test(after);
    const isDenied = less.test(before) ? !denies && granted.test(after) : denies;
    return isDenied ? "denied" : "said";
  }
  const denies = deniedBy(before, after);
  const isBeyond = beyondBefore.test(before.trimEnd()) || beyondAfter.test(after.trimStart());
  if (!isBeyond) return denies ? "denied" : "said";
  if (denies) return "said";
  return so.test(after) ? "denied" : "beyond";
}

function deniedBy(before: string, after: string): boolean {
  if (saysNot(after)) return true;
  if (so.test(after)) return false;
  return notAtAll.test(before) || saysNot(before);
}

function saysNot(text: string): boolean {
  const found = not.exec(text);
  return found !== null && !yetSo.test(text.slice(found.index + found[0].length));
}
