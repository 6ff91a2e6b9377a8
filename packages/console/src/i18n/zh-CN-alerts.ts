import { knowledgeZhCN } from "./zh-CN-knowledge.ts";

/** What the notices say in Chinese. */
export const alertsZhCN = {
  title: (waiting: number, name: string) => (waiting > 0 ? `(${waiting}) 有顾客等待 · ${name}` : name),
  queued: (name: string) => `${name} 正在等待人工`,
  received: (name: string) => `${name} 的对话转交给了你`,
  unsent: (name: string) => `与 ${name} 的对话里，有内容没有发出。`,
  unsentSomewhere: "有内容没有发出。",
  open: "打开",
  dismiss: "关闭提示",
  taken: (name: string) => `${name} 先一步接手了这个对话。`,
  noneWaiting: "现在没有人在排队。",
  returned: "已交还机器人。",
  transferred: (name: string) => `已转交给 ${name}。`,
  closed: "对话已结束。",
  kept: "存好了：机器人会这样回答。",
  forgotten: knowledgeZhCN.forgotten,
};
