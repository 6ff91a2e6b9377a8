import { type Static, type TSchema, Type } from "typebox";

/** A closed object; inside the settings every section defaults to its parts' defaults. */
const object = <T extends Record<string, TSchema>>(properties: T, options: { default?: object } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** Minutes since midnight in the shop's time zone. */
const Minute = Type.Integer({ minimum: 0, maximum: 1440 });

/** Hours in which humans answer: one entry a stretch; `day` 0 is Sunday. An empty list means always. */
const Hours = object(
  {
    timeZone: Type.String({ default: "Asia/Shanghai", maxLength: 64 }),
    open: Type.Array(object({ day: Type.Integer({ minimum: 0, maximum: 6 }), from: Minute, to: Minute }), {
      maxItems: 50,
      default: [],
    }),
  },
  { default: {} },
);

const HttpUrlOrigin = Type.String({ pattern: "^https?://[^/]+$|^\\*$", maxLength: 200 });

/** A field of a subscription message's template, as WeChat names them. */
const TemplateField = Type.String({ pattern: "^[a-z_]{1,32}[0-9]{1,3}$" });

/** A coupon the bot may grant. It applies when every condition that is given holds. */
export const Coupon = object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  code: Type.String({ minLength: 1, maxLength: 64 }),
  /** What the shopper reads, in both languages. */
  label: object({ "zh-CN": Type.String({ maxLength: 100 }), en: Type.String({ maxLength: 100 }) }),
  /** Off the price: a fixed sum in minor units, or a percentage. */
  off: Type.Union([
    object({ amount: Type.Integer({ minimum: 1 }) }),
    object({ percent: Type.Integer({ minimum: 1, maximum: 90 }) }),
  ]),
  /** The price from which it applies, in minor units. */
  minSpend: Type.Optional(Type.Integer({ minimum: 0 })),
  currency: Type.String({ default: "CNY", pattern: "^[A-Z]{3}$" }),
  productIds: Type.Optional(Type.Array(Type.String({ maxLength: 128 }), { maxItems: 1000 })),
  categories: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 })),
  /** Epoch milliseconds. */
  validFrom: Type.Optional(Type.Integer()),
  validUntil: Type.Optional(Type.Integer()),
});

/** Everything a merchant can set. Each has a default, so `{}` is a valid shop. */
export const ShopSettings = object({
  locale: Type.Union([Type.Literal("zh-CN"), Type.Literal("en")], { default: "zh-CN" }),
  accent: Type.String({ pattern: "^#[0-9a-fA-F]{6}$", default: "#0b66e4" }),
  radius: Type.Integer({ minimum: 0, maximum: 24, default: 12 }),
  /** Origins that may open sessions; `*` allows any. */
  allowedOrigins: Type.Array(HttpUrlOrigin, { default: ["*"], maxItems: 100 }),
  hours: Hours,
  coupons: Type.Array(Coupon, { default: [], maxItems: 200 }),
  handoff: object(
    {
      /** Trend of sentiment (-1 to 1) at or below which a human is asked for. */
      sentimentBelow: Type.Number({ minimum: -1, maximum: 0, default: -0.4 }),
      /** Probability (0 to 1) of needing a human from which one is asked for; 1 leaves it to the other rules. */
      riskFrom: Type.Number({ minimum: 0.3, maximum: 1, default: 0.85 }),
      /** The same question this many times asks for a human. */
      repeats: Type.Integer({ minimum: 2, maximum: 10, default: 3 }),
      /** This many fallbacks in a row ask for a human. */
      fallbacks: Type.Integer({ minimum: 1, maximum: 10, default: 2 }),
      /** This many messages in a row understood below `confidence.offer` ask for a human. */
      lowConfidence: Type.Integer({ minimum: 1, maximum: 10, default: 2 }),
      /** Minutes an unanswered queue waits before the shopper is told honestly. */
      timeoutMinutes: Type.Number({ minimum: 0.1, maximum: 1440, default: 3 }),
      /** Minutes an agent may leave a shopper's message unanswered before it goes back to the queue. */
      agentSilentMinutes: Type.Number({ minimum: 0.1, maximum: 1440, default: 10 }),
    },
    { default: {} },
  ),
  confidence: object(
    {
      /** At or above: act. */
      act: Type.Number({ minimum: 0, maximum: 1, default: 0.7 }),
      /** At or above, below `act`: offer what it may be as choices. */
      offer: Type.Number({ minimum: 0, maximum: 1, default: 0.4 }),
    },
    { default: {} },
  ),
  /** What the language model is used for, where the shop or the server has one. */
  model: object(
    {
      /** Never; for what can't be answered from the shop's own data; or to word what can as well. */
      use: Type.Union([Type.Literal("off"), Type.Literal("hard"), Type.Literal("all")], { default: "hard" }),
      /** How its replies should sound, in the shop's own words. */
      tone: Type.String({ maxLength: 500, default: "" }),
      /** Tell agents in a few sentences what a conversation that comes to them is about. */
      summarise: Type.Boolean({ default: true }),
      /** Offer agents replies they could send. */
      suggest: Type.Boolean({ default: true }),
      /** Find passages by what they mean as well, where the shop or the server has an endpoint of vectors. */
      embed: Type.Boolean({ default: true }),
      /**
       * How near a passage found by its meaning must be to be quoted: 0 is as far as any other of the shop's, 1 the same.
       */
      nearFrom: Type.Number({ minimum: 0, maximum: 1, default: 0.35 }),
      /** Tokens a day, read and written; 0 is without limit. */
      dailyTokens: Type.Integer({ minimum: 0, maximum: 1e12, default: 2_000_000 }),
      /** Money a day, in the currency of the prices; 0 is without limit. */
      dailyMoney: Type.Number({ minimum: 0, maximum: 1e9, default: 0 }),
      /** What a million tokens cost: read, written, made into vectors. */
      prices: object(
        {
          input: Type.Number({ minimum: 0, maximum: 1e6, default: 0 }),
          output: Type.Number({ minimum: 0, maximum: 1e6, default: 0 }),
          embedding: Type.Number({ minimum: 0, maximum: 1e6, default: 0 }),
        },
        { default: {} },
      ),
    },
    { default: {} },
  ),
  /** The shop's mini-program in WeChat. */
  weapp: object(
    {
      /** The subscription message's template by which an absent shopper is told of a reply. */
      replyTemplateId: Type.Optional(Type.String({ pattern: "^[\\w-]{1,64}$" })),
      /** Offer WeChat's own customer service while the server can't be reached. */
      contactFallback: Type.Boolean({ default: false }),
      /** Let WeChat check what shoppers and agents send on this channel, before the other side sees it. */
      checkContent: Type.Boolean({ default: false }),
      /** What happens to what WeChat could not check in time: it is let through, or refused. */
      uncheckedContent: Type.Union([Type.Literal("allow"), Type.Literal("refuse")], { default: "allow" }),
      /** Minutes WeChat has to say what is in a picture. */
      pictureCheckMinutes: Type.Number({ minimum: 0.1, maximum: 60, default: 2 }),
      /** Where a tap on the subscription message leads: the mini-program's chat page. */
      replyPage: Type.String({ maxLength: 256, default: "chat/pages/chat/chat" }),
      /** The template's fields → what they say, with `{reply}`, `{agent}`, `{shop}` and `{time}` filled in. */
      replyData: Type.Record(TemplateField, Type.String({ maxLength: 100 }), {
        // A name that doesn't fit would go unchecked otherwise; closed as other objects, it makes typebox's `Default` throw.
        propertyNames: TemplateField,
        minProperties: 1,
        maxProperties: 10,
        default: { thing1: "{reply}", time2: "{time}", thing3: "{shop}" },
      }),
    },
    { default: {} },
  ),
});

export type ShopSettings = Static<typeof ShopSettings>;
export type Coupon = Static<typeof Coupon>;
