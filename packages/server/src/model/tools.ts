import type { Language, OrderCard } from "@yiwen/shared";
import { type GroundSource, textOf } from "../grounding/source.ts";
import type { ToolSpec } from "../ports/model.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";
import { couponSource, orderSource, passageSource, productLine, productSource } from "./render.ts";

/** What tools look at: one shop, and the orders of one shopper. Nothing in a call can name another. */
export type ToolWorld = {
  shop: ShopSnapshot;
  language: Language;
  /** Epoch milliseconds. */
  now: number;
  findOrders(orderId?: string): Promise<OrderCard[]>;
};

/** What a tool found, as the model reads it and as a reply is checked against it. */
export type ToolResult = { text: string; sources: GroundSource[] };

type Tool = {
  description: string;
  /** Its inputs, all texts: name → what it is. */
  inputs: Record<string, string>;
  required: string[];
  run(world: ToolWorld, input: Record<string, string>): ToolResult | Promise<ToolResult>;
};

const found = 5;

/** By this the model says that what it was given answers nothing. */
export const declining = "cannot_answer";

const tools: Record<string, Tool> = {
  search_products: {
    description: "Search the shop's catalogue. Answers ids, titles, prices and stock.",
    inputs: { query: "What to look for, in the shopper's words" },
    required: ["query"],
    run({ shop, language }, { query = "" }) {
      const products = shop.catalogue.search(query, found).map(({ item }) => item);
      const text = products.map((product) => productLine(product, language)).join("\n");
      return { text: text || "nothing found", sources: products.map((product) => productSource(product, language)) };
    },
  },
  read_product: {
    description:
      "Read everything the shop says about one product: price, stock and price of every size and colour, attributes.",
    inputs: { id: "The product's id" },
    required: ["id"],
    run({ shop, language }, { id = "" }) {
      const product = shop.catalogue.get(id);
      return product ? read([productSource(product, language)]) : { text: "no such product on sale", sources: [] };
    },
  },
  list_promotions: {
    description: "List the promotions that are valid now.",
    inputs: {},
    required: [],
    run({ shop, language, now }) {
      const { coupons, hours } = shop.settings;
      const valid = coupons.filter(
        ({ validFrom = 0, validUntil = Number.POSITIVE_INFINITY }) => validFrom <= now && now < validUntil,
      );
      return read(valid.map((coupon) => couponSource(coupon, language, hours.timeZone)));
    },
  },
  look_up_orders: {
    description: "Look up the shopper's own orders: state, items, parcel. Without a number the latest ones.",
    inputs: { order_number: "The number of one order" },
    required: [],
    async run({ shop, language, findOrders }, { order_number: number }) {
      const orders = await findOrders(number || undefined);
      return read(orders.map((order) => orderSource(order, language, shop.settings.hours.timeZone)));
    },
  },
  search_policies: {
    description: "Search the shop's policies and frequent questions.",
    inputs: { query: "What to look for, in the shopper's words" },
    required: ["query"],
    run({ shop, language, now }, { query = "" }) {
      return read(passagesFor(shop, { query, language, now }));
    },
  },
};

/** The passages likeliest to answer a question, in its language, else in the other. */
export function passagesFor(
  shop: ShopSnapshot,
  { query, language, now }: { query: string; language: Language; now: number },
): GroundSource[] {
  const other: Language = language === "zh" ? "en" : "zh";
  const own = shop.passages.recall(query.slice(0, 200), { limit: found, language, now });
  const list = own.length > 0 ? own : shop.passages.recall(query.slice(0, 200), { limit: found, language: other, now });
  return list.map(({ item }) => passageSource(item));
}

/** The passages of these ids. */
export function passagesNamed({ passages }: ShopSnapshot, ids: string[]): GroundSource[] {
  if (ids.length === 0) return [];
  const all = [...passages.all("zh"), ...passages.all("en")];
  return all.filter(({ id }) => ids.includes(id)).map(passageSource);
}

/** Sources as the model reads them. */
export function renderedSources(sources: GroundSource[]): string {
  return sources
    .map((source) => (source.heading ? `# ${source.heading}\n${textOf(source)}` : textOf(source)))
    .join("\n\n");
}

function read(sources: GroundSource[]): ToolResult {
  const text = renderedSources(sources);
  return { text: text || "nothing found", sources };
}

/** The tools as the model is told of them. */
export const toolSpecs: ToolSpec[] = [
  ...Object.entries(tools).map(([name, { description, inputs, required }]) => ({
    name,
    description,
    parameters: {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(inputs).map(([key, what]) => [key, { type: "string", description: what }]),
      ),
      required,
    },
  })),
  {
    name: declining,
    description: "Say that neither the tools nor what you were given answer the question, so that a person can.",
    parameters: { type: "object", properties: {}, required: [] },
  },
];

/** Runs a call; whatever it asks for, it sees what this shopper may see. A call that makes no sense is told so. */
export async function callTool(world: ToolWorld, name: string, input: string): Promise<ToolResult> {
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (!tool) return { text: "there is no such tool", sources: [] };
  const given = readInput(input);
  const missing = tool.required.find((key) => !given?.[key]);
  if (!given || missing) return { text: `the input must be JSON with ${tool.required.join(", ")}`, sources: [] };
  return tool.run(world, given);
}

/** The texts in a JSON object; anything else in it is dropped. */
function readInput(input: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(input || "{}");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const texts = Object.entries(value).flatMap(([key, text]) =>
      typeof text === "string" || typeof text === "number" ? [[key, String(text).slice(0, 300)] as const] : [],
    );
    return Object.fromEntries(texts);
  } catch {
    return undefined;
  }
}
