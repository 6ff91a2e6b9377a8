import type { AgentContent, Cards, Content, PictureState } from "@yiwen/shared";
import type { ComponentChildren } from "preact";
import { Order } from "../cards/order.tsx";
import { Photo } from "../cards/photo.tsx";
import { Product } from "../cards/product.tsx";
import { useLanguage } from "../i18n/context.ts";
import { errorText } from "../i18n/error-text.ts";
import type { MessageItem, Speaker } from "../thread/items.ts";
import { Icon } from "./icon.tsx";
import { Sources } from "./sources.tsx";
import { Text } from "./text.tsx";
import { useStore } from "./use-chat.ts";

/** One message: what it says, where that was read, and what to do when it was not sent. */
export function Bubble({ message, from, cards }: { message: MessageItem; from: Speaker; cards: Cards }) {
  const { sources, state } = message;
  return (
    <div class={`message is-${state}`} data-key={message.key}>
      {render(message, cards, from, <Sources sources={sources} />)}
      {state === "failed" && <Failed message={message} />}
    </div>
  );
}

function render({ content, held }: MessageItem, cards: Cards, from: Speaker, sources: ComponentChildren) {
  switch (content.kind) {
    case "text":
    case "choices":
      return (
        <div class={`bubble from-${from}`}>
          <Text text={content.text} />
          {sources}
        </div>
      );
    case "product":
      return <Product card={cards.products[content.productId]} />;
    case "order":
      return <Order card={cards.orders[content.orderId]} />;
    case "image":
      return <Sent content={content} held={held} />;
    case "upload": {
      const { src, status, progress } = content.picture;
      return <Photo sources={[src]} progress={status === "sending" ? progress : undefined} />;
    }
  }
}

/** A picture that the server has: shown from this page's own file where it was sent from here. */
function Sent({ content, held }: { content: Extract<AgentContent, { kind: "image" }>; held?: PictureState }) {
  const { strings } = useLanguage();
  const store = useStore();
  return (
    <Photo
      sources={store.pictureSources(content.uploadId)}
      size={"width" in content ? (content as Extract<Content, { kind: "image" }>) : undefined}
      held={held && strings.picture[held]}
    />
  );
}

function Failed({ message: { key, error } }: { message: MessageItem }) {
  const { strings } = useLanguage();
  const store = useStore();
  return (
    <div class="failed" role="alert">
      <Icon name="alert" />
      <span>
        {strings.message.failed} {error && errorText(strings, error.code)}
      </span>
      <button type="button" class="link" onClick={() => store.retry(key)}>
        {strings.message.retry}
      </button>
      <button type="button" class="link" onClick={() => store.discard(key)}>
        {strings.message.discard}
      </button>
    </div>
  );
}
