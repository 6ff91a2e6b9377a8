import type { FollowUp, FollowUpKind } from "./follow-up.ts";

const tee = "Crew-neck cotton T-shirt (tee), short sleeve, unisex";
const hoodie = "Fleece-lined hoodie";
const flask = "Stainless steel vacuum flask (thermos), 500 ml";

/** Follow-ups as English shoppers write them, against the demo shop. */
export const enFollowUps: Record<FollowUpKind, FollowUp[]> = {
  "within a product": [
    { from: "P1001", lines: ["do you have it in L?", "and M?"], rewritten: `${tee} size M in stock?`, intent: "stock" },
    {
      from: "P1001",
      lines: ["is there a white one?", "what about the black one?"],
      rewritten: `${tee} black in stock?`,
      intent: "stock",
    },
    {
      from: "P1003",
      lines: ["how much is it?", "what about the material?"],
      rewritten: /what is Fleece-lined hoodie|what is the material/,
      intent: "productFacts",
      says: /78% cotton/,
    },
    {
      from: "P1001",
      lines: ["is it cotton?", "and the price?"],
      rewritten: `how much is ${tee}?`,
      intent: "price",
      says: /¥79/,
    },
    { from: "P1001", lines: ["how much is it?", "what about colours?"], rewritten: /which colours/, intent: "stock" },
  ],
  "an ellipsis": [
    { from: "P1001", lines: ["in stock?"], rewritten: `${tee}: in stock?`, intent: "stock" },
    {
      from: "P1003",
      lines: ["how do I get an invoice?", "how much?"],
      rewritten: `${hoodie}: how much?`,
      intent: "price",
      says: /¥199/,
    },
  ],
  "a pronoun": [
    { from: "P1003", lines: ["how much is it?"], rewritten: `how much is ${hoodie}?`, intent: "price", says: /¥199/ },
    { from: "P3001", lines: ["is it in stock?"], rewritten: `is ${flask} in stock?`, intent: "stock" },
    { lines: ["do you have a dress?", "how much is the second one?"], rewritten: /^how much is the /, intent: "price" },
    {
      lines: ["do you have a dress?", "how much is the first one?", "and the second one?"],
      rewritten: /how much is it\?$/,
      intent: "price",
    },
  ],
  "another domain": [
    {
      from: "P1001",
      lines: ["do you have it in M?", "what about shipping?"],
      rewritten: "how much is shipping?",
      intent: "shipping",
      says: /ship/i,
    },
    {
      from: "P1001",
      lines: ["how much is it?", "and delivery?"],
      rewritten: "how long does delivery take?",
      intent: "shipping",
      says: /day/,
    },
    {
      from: "P1001",
      lines: ["how much is it?", "how about returns?"],
      rewritten: "how do I return it?",
      intent: "returnGoods",
    },
    {
      from: "P1001",
      lines: ["how much is it?", "ok and the invoice?"],
      rewritten: "how do I get an invoice?",
      intent: "invoice",
      says: /invoice/i,
    },
    {
      lines: ["how do I return something?", "what about refunds?"],
      rewritten: "how long does a refund take?",
      intent: "refundProgress",
    },
  ],
  "the same question of another thing": [
    {
      lines: ["who pays for return shipping?", "what about exchanges?"],
      rewritten: "who pays for exchange shipping?",
      intent: "exchange",
    },
    { lines: ["can I pay with paypal?", "and alipay?"], rewritten: "can I pay with alipay?", intent: "payment" },
    { lines: ["do you ship to Canada?", "what about Japan?"], rewritten: "do you ship to Japan?", intent: "shipping" },
    {
      from: "P3002",
      lines: ["is it microwave safe?", "what about the dishwasher?"],
      rewritten: /dishwasher safe/,
      intent: "productFacts",
      says: /dishwasher/i,
    },
    {
      from: "P7001",
      lines: ["is it waterproof?", "what about dustproof?"],
      rewritten: /dustproof\?$/,
      intent: "productFacts",
    },
  ],
  "away and back": [
    {
      from: "P1001",
      lines: ["do you have M?", "how much is shipping?", "is the one before still in stock?"],
      rewritten: /Crew-neck cotton T-shirt/,
      intent: "stock",
      product: "P1001",
    },
    {
      from: "P1003",
      lines: ["how much is it?", "how do I get an invoice?", "and in black?"],
      rewritten: `${hoodie} black how much is it?`,
      intent: "price",
      product: "P1003",
    },
    {
      from: "P1001",
      lines: ["how much is it?", "how much is the thermos?", "does the previous one come in black?"],
      rewritten: /Crew-neck cotton T-shirt/,
      intent: "stock",
      product: "P1001",
    },
    {
      from: "P1001",
      lines: ["how much is it?", "how much is the hoodie?", "what is the difference between the two?"],
      rewritten: null,
      intent: "compare",
      says: /Crew-neck[\s\S]*hoodie|hoodie[\s\S]*Crew-neck/,
    },
  ],
  "a repair": [
    {
      from: "P1001",
      lines: ["do you have it in white?", "no, I meant the black one"],
      rewritten: `${tee} black in stock?`,
      intent: "stock",
      says: /black/,
    },
    {
      from: "P1001",
      lines: ["is L available?", "sorry, size M"],
      rewritten: `${tee} size M in stock?`,
      intent: "stock",
    },
    {
      from: "P1003",
      lines: ["is the black one in stock?", "not the black one, the oat one"],
      rewritten: `${hoodie} oat in stock?`,
      intent: "stock",
    },
    {
      lines: ["how long does an exchange take?", "I asked about returns, not exchanges"],
      rewritten: "how long does a return take?",
      intent: "returnGoods",
    },
    {
      lines: ["how much is shipping?", "no, I was asking about the invoice"],
      rewritten: "how do I get an invoice?",
      intent: "invoice",
    },
    {
      lines: ["how do I return it?", "that's not what I meant. I meant how do I change my address"],
      rewritten: "how do I change my address",
      intent: "modifyOrder",
    },
    {
      from: "P1001",
      lines: ["how much is it?", "no, I meant the thermos"],
      rewritten: `${flask} how much is it?`,
      intent: "price",
      product: "P3001",
    },
  ],
  "what only looks like one": [
    { lines: ["how do I return it?", "no, thanks"], rewritten: null },
    { from: "P1001", lines: ["do you have M?", "sorry, how much is shipping?"], rewritten: null, intent: "shipping" },
    {
      from: "P1001",
      lines: ["do you have M?", "I received the white one, not the black one"],
      rewritten: null,
    },
    { lines: ["hello", "what about it?"], rewritten: null },
  ],
};
