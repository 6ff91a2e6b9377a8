/** Things that only people or the shop's systems do: a model that says it did them did not. */
const deeds =
  /(?:已经?|刚刚?|这就|马上|现在就?|正在)(?:为|帮|给|替)(?:您|你)[^，,。！!？?\n]{0,8}?(?:取消|退款|退货|换货|修改|更改|申请|登记|催|安排|下单|提交|发放|领取|备注|转接|转人工|补发|赔|开具|核实|联系|反馈)|\bi(?:'ve| have| will|'ll|'m| am)(?: already| now| just)? (?:cancel|refund|chang|updat|ship|arrang|appl(?:y|ied)|issu|transfer|connect|forward|escalat|process|submit)\w*/gi;

/** What a text says was done for the shopper. */
export function deedsIn(text: string): string[] {
  return text.match(deeds) ?? [];
}

const freeOfPostage =
  "包邮|免邮|免运费|运费全免|(?:不收|不用付?|不要|无需|零|0)(?:运费|邮费|快递费)|免快递费|免费(?:配送|送货)|free (?:shipping|delivery|postage)|(?:shipping|delivery|postage) is (?:always |completely )?free|ships? (?:for )?free|no (?:shipping|delivery) (?:fee|cost|charge)";

/** Promises without a number, each with what a source must say for them to be true: where nothing else is given, the same. */
const promises: [RegExp, RegExp?][] = [
  [
    /(?:全[场国店部]|所有|任意|一律|统统|\b(?:all|any|every)\b)[^，,。.\d]{0,12}(?:包邮|免邮|免运费|free shipping|free delivery|ships? free)/g,
  ],
  [new RegExp(freeOfPostage, "g"), new RegExp(`${freeOfPostage}|运费.{0,6}(?:商家|卖家|店铺|我们)`)],
  [/终身|永久|lifetime|forever/g, /终身|永久|lifetime|forever/],
  [/假一赔\S|十倍赔偿|双倍赔偿/g],
  [/全额退款|full refund|money[- ]back/g, /全额退款|full refund|money[- ]back/],
  [/免费|free of charge|for free|complimentary/g, /免费|free|complimentary|赠/],
  [/无条件|unconditional/g, /无条件|unconditional/],
  [/(?:全国|全球|官方)?联保/g],
  [/运费险/g],
  [/上门(?:取件|安装|维修|服务)|送货上门|送装一体/g],
  [/免息/g],
  [/以旧换新/g],
  [/买\S送\S|\bbuy (?:one|1|two|2)[^,.]{0,4} get (?:one|1)\b|\bbogo\b/g],
];

const deniedBefore = /(?:不(?!满|限|论|管|到)|没有?|未|无(?!条|理)|非|\bnot|\bno|n't|\bwithout)[^，,。.\d]{0,5}$/;
/** "不满99元不包邮": what is denied is the rest of what is promised. */
const lessThan = /(?:不满|不足|未满|不到|低于|少于|以下|\bunder|\bbelow|\bless than)[^，,。]{0,12}$/;
const asked = /^[^，,。；;！!\n]{0,8}[?？吗]/;
const shown = 24;

/** The promises in a text that none of the sources makes; both went through `plainText`. */
export function promisesBeyond(text: string, sources: string): string[] {
  return promises.flatMap(([when, basis]) => {
    const made = saidIn(sources, basis ? new RegExp(basis, "g") : when);
    return saidIn(text, when)
      .filter(({ said, isDenied, isRest }) => {
        const alike = made.filter((one) => basis !== undefined || one.said === said);
        return !alike.some((one) => one.isDenied === isDenied || isRest);
      })
      .map(({ said }) => said);
  });
}

function saidIn(text: string, when: RegExp): { said: string; isDenied: boolean; isRest: boolean }[] {
  return [...text.matchAll(when)].flatMap(({ 0: said, index }) => {
    const before = text.slice(Math.max(0, index - shown), index);
    if (asked.test(text.slice(index + said.length, index + said.length + shown))) return [];
    return [{ said, isDenied: deniedBefore.test(before), isRest: lessThan.test(before) }];
  });
}
