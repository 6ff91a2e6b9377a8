import { assign, createMachine } from "xstate";
import { asking } from "../skill.ts";

type Facts = {
  intent: "price" | "bargain" | "coupon";
  isForGift: boolean;
  named: boolean;
  offer: "new" | "granted" | "none";
};
type Event = ({ type: "asked" } & Facts) | { type: "resume" };
type Context = { intent: Facts["intent"] };

/** From wherever it is: which product, its price, then what can really be taken off it. */
const asked = [
  { guard: "isForGift", target: ".giftsTold", actions: [{ type: "tellGifts" }], reenter: true },
  { guard: "isUnnamedPrice", target: ".askingProduct", actions: [{ type: "remember" }, { type: "askWhich" }] },
  { guard: "isPrice", target: ".priceInquiry", actions: [{ type: "remember" }], reenter: true },
  { target: ".discountOffer", actions: [{ type: "remember" }], reenter: true },
];

/** `welcome → priceInquiry → discountOffer`: the price first, then the coupon that applies, granted once. */
export const discountMachine = createMachine(
  {
    id: "discount",
    types: {} as { events: Event; context: Context },
    context: { intent: "price" },
    initial: "welcome",
    states: {
      welcome: {},
      askingProduct: { tags: asking, on: { resume: { actions: "askWhich" } } },
      priceInquiry: {
        entry: "sayPrice",
        always: { guard: "hasOffer", target: "discountOffer" },
      },
      // One state a way the offer ends, so that a persisted state is one word.
      discountOffer: {
        always: [
          { guard: "isNewOffer", target: "granted", actions: "grant" },
          { guard: "isGrantedOffer", target: "granted", actions: "remind" },
          { target: "nothingOff", actions: "admitNone" },
        ],
      },
      granted: {},
      nothingOff: {},
      giftsTold: {},
    },
    on: { asked },
  },
  {
    guards: {
      isForGift: ({ event }) => event.type === "asked" && event.isForGift,
      isUnnamedPrice: ({ event }) => event.type === "asked" && event.intent === "price" && !event.named,
      isPrice: ({ event }) => event.type === "asked" && event.intent === "price",
      hasOffer: ({ event }) => event.type === "asked" && event.offer !== "none",
      isNewOffer: ({ event }) => event.type === "asked" && event.offer === "new",
      isGrantedOffer: ({ event }) => event.type === "asked" && event.offer === "granted",
    },
    actions: {
      remember: assign({ intent: ({ event, context }) => (event.type === "asked" ? event.intent : context.intent) }),
    },
  },
);
