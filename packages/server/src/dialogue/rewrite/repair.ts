import type { Language } from "@yiwen/shared";

/** What a shopper says was meant, and what was not. `isPlain`: they say in so many words that it is a correction. */
export type Repair = { said: string; not?: string; isPlain: boolean };

type Form = { when: RegExp; isPlain?: true; unless?: RegExp };

/** "What I asked is": whatever comes after is what was meant. */
const meaning = "我(?:刚才|刚刚)?(?:是)?(?:说|问|指|讲|想问|想说|要问)的?(?:意思)?(?:是|那个)?";
const wanting = "(?:我(?:想|是)?(?:要|看|买|选|拍)的?)?(?:应该)?(?:还)?是?|我?(?:想)?要";
const denial =
  "(?:不是的?|不对|错了|不不+|不|(?:搞|弄|看|听|说|打|写|选)错了?|你?(?:理解|误会|搞)(?:错)?(?:我)?了?)[呀啊哦吧的啦]?";
const gap = "[\\s，,。.!！~、…]+";
const end = "[呀啊哦啦吧。.!！~\\s]*$";

const forms: Record<Language, Form[]> = {
  zh: [
    // "我问的是退货不是换货", "是退货，不是换货"
    {
      when: new RegExp(
        `^(?:${denial}${gap})?(?:${meaning}|${wanting})(?<said>.{1,15}?)[\\s，,、]*(?:而)?不是(?:要|问|说)?(?<not>.{1,10}?)${end}`,
        "u",
      ),
    },
    // "不是M码，是L码", "我问的不是换货是退货"
    {
      when: new RegExp(
        `^(?:${denial}${gap})?(?:我(?:说|问|指|要|买|拍)的)?不是(?:要|问|说)?(?<not>.{1,10}?)[\\s，,、]*(?:而)?是(?:要|问|说)?(?<said>.{1,15}?)${end}`,
        "u",
      ),
    },
    { when: new RegExp(`^${denial}${gap}${meaning}[，,\\s]*(?<said>.{1,40}?)${end}`, "u"), isPlain: true },
    { when: new RegExp(`^我(?:刚才|刚刚)?(?:说|问|指|讲)的?(?:意思)?是(?<said>.{1,40}?)${end}`, "u"), isPlain: true },
    { when: new RegExp(`^${denial}${gap}(?:${wanting})(?<said>.{1,20}?)${end}`, "u") },
    { when: new RegExp(`^我要的是(?<said>.{1,15}?)${end}`, "u") },
  ],
  en: [
    {
      when: /^(?:(?:no|nope|sorry|wait|actually)[\s,.!]+)*(?:(?:i|what i) (?:meant|mean|said|asked (?:for|about)|was (?:asking|talking) about|want(?:ed)?)(?: is| was)? |it'?s )?(?<said>.{1,40}?),? (?:and )?not (?:about )?(?<not>.{1,25}?)[\s.!]*$/i,
    },
    {
      when: /^(?:(?:no|nope|sorry|wait|actually)[\s,.!]+)*not (?:about )?(?<not>.{1,25}?)(?:[,;.]\s*|\s(?=but|i meant))(?:but |i meant |i want |it'?s )*(?:about )?(?<said>.{1,25}?)[\s.!]*$/i,
    },
    {
      when: /^(?:(?:no|nope|nah|sorry|wait|oops|actually|my bad|wrong one|not that(?: one)?|that'?s not (?:it|what i (?:meant|asked)))[\s,.!;:-]+)*(?:i|what i) (?:meant|mean|was (?:asking|talking) about|was asking)(?: is| was)?\s+(?:to (?:ask|say) (?:about )?)?(?<said>.{1,80}?)[\s.!]*$/i,
      isPlain: true,
    },
    {
      when: /^(?:(?:no|nope|nah|wait|oops|actually|my bad|wrong one|not that(?: one)?|sorry)[\s,.!;:-]+)+(?:i (?:said|asked (?:for|about)|want(?:ed)?) )?(?<said>.{1,30}?)[\s.!]*$/i,
    },
  ],
};

/** What was sent, not what was said, is put right: that is a complaint, not a slip of the tongue. */
const aboutGoods = /(?:发|寄|收|送|拿)(?:来|到|的|给|成|错)|\b(?:sent|received|got|arrived|delivered)\b/i;
/** A question that only has the form. */
const asksBack = /[吗么嘛?？]\s*$|是不是/;

/**
 * Whether a message puts right what was said or understood before: "不是，我说的是黑色那款", "no, I meant the black one".
 * `isKnown` says whether words name something: a size, a product, a matter of the shop. Without such, the form alone
 * ("质量不是很好", "no, thanks") is no correction.
 */
export function repairOf(text: string, language: Language, isKnown: (words: string) => boolean): Repair | undefined {
  const plain = text.trim();
  if (aboutGoods.test(plain)) return undefined;
  for (const { when, isPlain } of forms[language]) {
    const { said, not } = when.exec(plain)?.groups ?? {};
    if (!said?.trim()) continue;
    if (not !== undefined && (asksBack.test(plain) || !isKnown(said) || !isKnown(not))) continue;
    if (not === undefined && !isPlain && !isKnown(said)) continue;
    return { said: said.trim(), isPlain: isPlain ?? false, ...(not !== undefined && { not: not.trim() }) };
  }
  return undefined;
}
