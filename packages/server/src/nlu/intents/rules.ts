import { normalise } from "../normalise.ts";
import { askFor, type Intent, intents } from "./registry.ts";

type Rule = { intent: Intent; when: RegExp; unless?: RegExp };

/** Taking back a request that was made for a return, a refund or an exchange. */
const withdraws =
  /(?:取消|撤销|撤回|不想?(?:要)?)(?:这个|我的)?(?:退[货款单]|换货|退换货?|售后)|(?:退[货款单]|换货|退换货?|售后)(?:的)?(?:申请)?.{0,4}(?:取消|撤销)|取消申请|\b(?:cancel|withdraw) (?:my |the )?(?:return|refund|exchange)/i;

/** Wordings so plain that nothing has to be learnt about them. Each must be right nearly always. */
const rules: Rule[] = [
  {
    intent: "human",
    when: /(?:转|找|要|接|叫|换|联系|呼叫)一?[下个位]?(?:一下)?(?:人工|真人|活人)|^人工(?:客服|服务)?$|人工客服(?:在吗|呢)/,
    unless: /(?:不|别|不用|没)(?:想|要|用|需要)?(?:转|找|接)|几点|多久|时间/,
  },
  {
    intent: "human",
    when: /\b(?:talk|speak|chat|connect|transfer)\b.{0,20}\b(?:human|person|agent|someone|somebody|representative|manager)\b|\b(?:live|real|human) (?:agent|person|support)\b/,
    unless: /\bdon'?t (?:want|need)\b/,
  },
  {
    intent: "recommend",
    when: /\d+\s*(?:元|块)?钱?(?:以内|以下|左右)|(?:under|below|less than) [$¥]?\d+/,
    unless: /订单|运费|退|保/,
  },
  { intent: "cancelOrder", when: withdraws, unless: /怎么|如何|多久|时候|订单取消|如果|要是|的话/ },
  {
    intent: "refundProgress",
    when: /(?:已经?|刚刚?才?|昨[天晚]|前天|早就|我)(?:就|都)?(?:提交|申请)(?:了|过)?.{0,4}退(?:款|货|单)(?:了|申请)|(?:退款|退货)(?:都|已经?)?(?:申请|提交)(?:了|好了|过了)/,
    unless: /取消|撤销|怎么|运费/,
  },
  { intent: "priceProtection", when: /价保|保价(?!率)|价格保护|\bprice (?:protection|match)/ },
  { intent: "invoice", when: /发票|专票|普票|\binvoices?\b/, unless: /退|换货|保修|质保|维修|修/ },
  {
    intent: "orderStatus",
    when: /^\W*(?:咨询)?(?:订单编号|订单号|单号|order(?: (?:number|no\.?))?)\s*(?:是|is)?\s*[:：#]?\s*\[?[a-z_-]*\d[\w-]{3,}/,
  },
];

const refusal =
  /(?:不用|不要|不想|不需要|无需|先别|别)(?:再|给我|帮我)?(?:(?:转|找|接|叫)(?:人工|真人|客服)|(?:人工|真人)(?:客服)?了?$)|\b(?:don'?t|no) (?:want|need)?\s*(?:an? |to talk to )?(?:human|agent|person)\b/;

/** Whether a text says that no human is wanted, however many words about humans it has. Expects normalised text. */
export function refusesHuman(text: string): boolean {
  return refusal.test(text);
}

/** The words that a choice sends mean what the choice stands for, whatever else they may mean. */
const offered = new Map(
  intents.flatMap((intent) => (["zh", "en"] as const).map((language) => [normalise(askFor(intent, language)), intent])),
);

/** The intent that a rule is sure of, where one is. Expects normalised text. */
export function ruleFor(text: string): Intent | undefined {
  const chosen = offered.get(text);
  if (chosen) return chosen;
  return rules.find(({ when, unless }) => when.test(text) && !unless?.test(text))?.intent;
}

/** Whether a text takes a request back: the pages on how to make one are no answer to it. */
export function isWithdrawal(text: string): boolean {
  return withdraws.test(text);
}
