import { definitions, type Part } from "../src/nlu/intents/definitions.ts";
import { type Intent, intents } from "../src/nlu/intents/registry.ts";
import { sentencesOf } from "../src/nlu/intents/sentences.ts";

const parts: Record<Part, string> = {
  talk: "Talk, and asking for a person",
  goods: "Goods, before buying",
  money: "Money",
  order: "Orders on their way",
  afterSale: "After the sale",
  shop: "The shop",
};

const head = `# Intents

What a shopper's message can mean to the bot. This page is generated: \`npm run train\` writes it from
[\`definitions.ts\`](../packages/server/src/nlu/intents/definitions.ts), and a test fails when it is not current.

A message has a ranked list of intents with probabilities. At the shop's \`confidence.act\` (0.7) or more the bot acts on the first; from
\`confidence.offer\` (0.4) on it offers the likeliest as choices; below, it looks in the shop's pages, asks a model where there is one, or gets a human.
A message that says two things ("发货了吗？顺便能开发票吗") has both near the top. A remark that asks for nothing ("已经取消了", "等快递上门") is \`other\`.
`;

/** The text of docs/intents.md. */
export function intentsPage(): string {
  const sections = Object.entries(parts).map(([part, title]) => {
    const rows = intents.filter((intent) => definitions[intent].part === part).map(rowOf);
    return `## ${title}\n\n| intent | means | 含义 | as a choice | 作为选项 | sentences (zh, en) |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${head}\n${sections.join("\n")}`;
}

function rowOf(intent: Intent): string {
  const { ask, means } = definitions[intent];
  const sentences = sentencesOf(intent);
  const chinese = sentences.filter((text) => /\p{Script=Han}/u.test(text)).length;
  const counts = `${chinese}, ${sentences.length - chinese}`;
  return `| \`${intent}\` | ${means.en} | ${means.zh} | ${ask.en} | ${ask.zh} | ${counts} |`;
}
