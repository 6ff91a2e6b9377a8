import { expect, test } from "vitest";
import { measureSentiment } from "./measure.ts";
import type { FeltText } from "./model.ts";
import { sentimentOf } from "./sentiment-of.ts";

const texts = (label: FeltText["label"], lines: string): FeltText[] =>
  lines
    .trim()
    .split("\n")
    .map((text) => ({ text: text.trim(), label }));

/** Sentences that stand in no training file: a change that unlearns them is noticed here. */
const neutral = texts(
  "neutral",
  `拉杆断了一根，这个能单独换吗
   我昨天付的款，啥时候能寄出来
   洗衣机排水口有点漏，师傅能上门看看不
   订单显示异常，帮忙看下
   这批货是不是有瑕疵处理的
   退的那双鞋你们仓库收到没
   麻烦核对下我的收货电话
   忘记用红包了，能重新算价吗
   我妈不会操作，有没有教程
   快递柜取件码过期了怎么拿
   寄过来的路上会不会被压坏
   不太确定要不要买，回头再说
   取消以后优惠券还退给我吗
   我等会儿下班了再拍
   灯不亮了，可能是电池没电
   there is a crack in the lid, can I get a new one
   the parcel shop says it is not there yet
   I think I picked the wrong size, how do I swap it
   my bank says the payment was refused
   is it bad for wooden floors
   could you stop the order before it ships
   what do I do if the pump fails after a year`,
);
const negative = texts(
  "negative",
  `问了五遍都没个准信
   从周一等到周五，一个电话都没有
   还要我等几天啊，都两个星期了
   你们到底管不管
   就这质量也好意思卖
   客服回得驴唇不对马嘴，气死人
   再也不会光顾了
   太坑了，跟宣传的完全两码事
   什么烂快递
   说好昨天送到，人影都没见着
   被你们耍得团团转
   差评，谁买谁后悔
   I have asked you five times now
   nobody has answered me for two weeks
   this is the most useless chat I have ever used
   absolutely awful, never ordering from you again
   what a rip-off, total garbage
   I'm sick and tired of waiting`,
);

test("SE1 broken goods, refunds and waiting are service talk: at most 3 in 100 such messages are taken for anger", () => {
  expect(measureSentiment(neutral, sentimentOf).falseAlarms).toBeLessThanOrEqual(0.03);
});

test("SE2 complaints and urging are heard in both languages, with and without an angry word: at least 80 in 100", () => {
  expect(measureSentiment(negative, sentimentOf).negativeRecall).toBeGreaterThanOrEqual(0.8);
});

test.each(["都催了三次了", "第几次了", "等了一个星期了", "怎么每次都这样", "third time I'm asking", "still nothing"])(
  "SE2 urging and being left waiting need no angry word: %s",
  (text) => {
    expect(sentimentOf(text, /[a-z]/.test(text) ? "en" : "zh").label).toBe("negative");
  },
);
