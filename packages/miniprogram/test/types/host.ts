import {
  type Behaviour,
  type ConsultInput,
  type Content,
  createYiwen,
  getYiwen,
  type ShopperState,
  trackPage,
} from "@yiwen/miniprogram";
import type * as shared from "../../../shared/src/index.ts";

type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const contents: IsSame<Content["kind"], shared.Content["kind"]> = true;
const behaviours: IsSame<Behaviour["data"], shared.Behaviour["data"]> = true;
/** Each can stand for the other, so nothing is wider or narrower in what is published. */
export const there = (value: Content): shared.Content => value;
export const back = (value: shared.Content): Content => value;

const yiwen = createYiwen({ server: "https://chat.example", shop: "pk_1" });
const consult: ConsultInput = { productId: "P1" };
void yiwen.client.open({ consult });
yiwen.client.send({ kind: "image", uploadId: "u1" });
// @ts-expect-error there is no such kind
yiwen.client.send({ kind: "sound", uploadId: "u1" });
// @ts-expect-error a server must be said
createYiwen({ shop: "pk_1" });
getYiwen()?.behaviour.addToCart("P1", { quantity: 2 });

/** As a host reads the thread. */
export function texts({ thread }: ShopperState): string[] {
  return (thread?.view.events ?? []).flatMap((event) =>
    event.type === "message.sent" && event.data.content.kind === "text" ? [event.data.content.text] : [],
  );
}

export const page = trackPage({ onLoad: (query: { id: string }) => query.id });
export const checks = [contents, behaviours];
