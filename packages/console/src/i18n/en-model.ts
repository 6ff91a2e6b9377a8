import type { modelZhCN } from "./zh-CN-model.ts";

/** What the console says about the language model. */
export const modelEn: typeof modelZhCN = {
  asked: "Language model",
  tools: "Tools called",
  claims: "Stated without a source",
  tokens: (input, output) => `${input} tokens read, ${output} written`,
  seconds: (s) => `${s} s`,
  summary: "So far",
  draft: "The bot is writing",
  suggest: "Suggest replies",
  suggesting: "Thinking…",
  suggestions: "You could say",
  none: "Nothing that can be verified; please write one yourself.",
};
