/** A number without a unit, as it stands in a message. */
export type BareNumber = {
  said: string;
  /** Where it stands a size can: "要42的", "in 120?". */
  isPlaced: boolean;
  /** It stands beside a colour, or whether it is there is asked of it alone: then it is a size even where there is no such. */
  isAsked: boolean;
};

const numbers = /(?<![a-z\d#*/.~-]|\d[,:]|第)\d{1,3}(?:\.\d)?(?![\d/~%-]|\.\d|,\d{3}|:\d|[a-z])/g;

/** Counted, paid, lived or measured in these, a number is how much. */
const unit =
  /^\s?(?:[件双个条台瓶盒套只包袋箱把本张支份人位岁周月天日年点时分秒元块钱折斤度级楼层期次倍万千百米瓦升寸]|公斤|千克|厘米|公分|毫升|(?:years?|months?|days?|hours?|pcs|pieces|pairs|items|units|usd|dollars|yuan|rmb|kg|cm|lbs?|pounds?|people|percent)\b)/;
/** A part of a body stands before its measure, and a limit before its sum; what somebody wears elsewhere says nothing of this. */
const ofOther =
  /(?:脚|腰|胸|臀|肩|身高|体重|个子|平时|平常|一般|以前|之前|通常|预算|满|减|降|打|foot|feet|waist|chest|hips?|height|tall|weigh|usual)[^\d\p{P}]{0,8}$/u;
const before =
  /(?:^|[\p{P}▯的色款码有要买拿选换那这是来穿和或改成剩]|\b(?:in|the|size|an?|for|about|is|are|get|want|need|take|or|and|have|got|any|please))\s*$/u;
const after =
  /^\s*(?:$|[\p{P}▯的呢吗么没嘛啊吧码号和或那行床]|[还都]?(?:有(?!优惠|活动|券|折)|剩|缺|断|卖)|合适|可以|能(?!便宜|优惠|少|送|包|打|减)|多少|几|(?:in|please|pls|available|left|for|and|or|is|are|then|now|still|too|instead)\b)/u;
const askedAfter = /^[的码号]{0,2}\s*(?:还?有(?:货|吗|么|没|[?？]|$)|[呢吗么?？]|$)/u;
const jointBefore = /(?:[色的款,，、\s]|\b(?:in|size|the|one)\b)*$/u;
const jointAfter = /^(?:[色的款码号,，、\s]|\b(?:in|the|one)\b)*/u;

/** Up to here a message is hardly more than its number. */
const shortLength = 6;
/** Words further away say nothing of a number. */
const reach = 24;

/** The numbers of a message that may name one of a product's sizes; `colours` are the words in which the message names colours. `text` is as `plainly` makes it. */
export function bareNumbers(text: string, colours: string[]): BareNumber[] {
  return [...text.matchAll(numbers)].flatMap(({ 0: said, index }) => {
    const left = text.slice(Math.max(0, index - reach), index);
    const right = text.slice(index + said.length, index + said.length + reach);
    if (unit.test(right) || ofOther.test(left)) return [];
    const [nearLeft, nearRight] = [left.replace(jointBefore, ""), right.replace(jointAfter, "")];
    const isBeside = colours.some((word) => nearLeft.endsWith(word) || nearRight.startsWith(word));
    const [begins, ends] = [before.test(left), after.test(right)];
    const isPlaced = isBeside || (begins && ends) || (text.length <= shortLength && (begins || ends));
    return [{ said, isPlaced, isAsked: isBeside || (begins && askedAfter.test(right)) }];
  });
}
