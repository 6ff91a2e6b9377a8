import type { AgentContent, Content, ContentKind, PictureState } from "@yiwen/shared";
import type { ComponentType } from "preact";
import { ChoicesCard } from "./choices.tsx";
import { ImageCard } from "./image.tsx";
import { OrderCardView } from "./order.tsx";
import { ProductCardView } from "./product.tsx";
import { TextCard } from "./text.tsx";

/** Content kind → renderer. A kind without one does not compile. */
const renderers: { [K in ContentKind]: ComponentType<Extract<Content, { kind: K }>> } = {
  text: TextCard,
  choices: ChoicesCard,
  image: ImageCard,
  product: ProductCardView,
  order: OrderCardView,
};

/** What a message holds; a picture that is `held` is not to be seen. */
export function ContentCard({ content, held }: { content: Content | AgentContent; held?: PictureState }) {
  const Renderer = renderers[content.kind] as ComponentType<(Content | AgentContent) & { held?: PictureState }>;
  return <Renderer {...content} held={held} />;
}
