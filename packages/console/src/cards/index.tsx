import type { Content, ContentKind } from "@yiwen/shared";
import type { ComponentType } from "preact";
import { ChoicesCard } from "./choices.tsx";
import { OrderCardView } from "./order.tsx";
import { ProductCardView } from "./product.tsx";
import { TextCard } from "./text.tsx";

/** Content kind → renderer. A kind without one does not compile. */
const renderers: { [K in ContentKind]: ComponentType<Extract<Content, { kind: K }>> } = {
  text: TextCard,
  choices: ChoicesCard,
  product: ProductCardView,
  order: OrderCardView,
};

/** What a message holds. */
export function ContentCard({ content }: { content: Content }) {
  const Renderer = renderers[content.kind] as ComponentType<Content>;
  return <Renderer {...content} />;
}
