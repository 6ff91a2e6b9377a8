/** What the console says about the language model. */
export const modelZhCN = {
  asked: "语言模型",
  tools: "调用的工具",
  claims: "没有依据的说法",
  tokens: (input: number, output: number) => `读 ${input}，写 ${output} 个 token`,
  seconds: (s: string) => `${s} 秒`,
  summary: "到目前为止",
  draft: "机器人正在写",
  suggest: "推荐回复",
  suggesting: "正在想…",
  suggestions: "可以这样回复",
  none: "没有能核实的推荐，请自己写一条。",
};
