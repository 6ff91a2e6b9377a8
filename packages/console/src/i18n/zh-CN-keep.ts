/** Keeping a reply as an answer, in Chinese. */
export const keepZhCN = {
  action: "存为答案",
  label: "把这条回复存为机器人的答案",
  title: "存为好答案",
  lead: "以后有顾客这样问，机器人会用它回答。只适用于这一位顾客的内容请先删掉。",
  question: "顾客的问题",
  answer: "答案",
  save: "保存",
  refused: "里面像是有手机号、订单号或邮箱，请删掉再保存。",
  failed: "没有保存成功，请稍后再试。",
};
