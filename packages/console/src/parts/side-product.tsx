import type { ProductCard } from "@yiwen/shared";
import { actionView, isMine } from "../actions/action-view.ts";
import { ProductCardView } from "../cards/product.tsx";
import { formatMoney } from "../format/money.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Section } from "./section.tsx";

/** The product asked about: price and stock as of now, every variant. */
export function SideProduct({ open }: { open: OpenConversation }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { id, consult } = open.row.conversation;
  const productId = consult?.productId;
  if (!productId) {
    return (
      <Section title={t.side.product}>
        <p class="quiet">{t.side.noProduct}</p>
      </Section>
    );
  }
  const product = desk.cards.value.products[productId];
  return (
    <Section title={t.side.product} aside={t.side.live}>
      <ProductCardView productId={productId} />
      {product && <Skus product={product} />}
      {product && <Attributes product={product} />}
      {product && (
        <div class="button-row button-row--start">
          {isMine(actionView(desk)) && (
            <button
              type="button"
              class="button button--small"
              onClick={() => desk.client.send(id, { kind: "product", productId })}
            >
              {t.side.send}
            </button>
          )}
          {product.url && (
            <a class="button button--small" href={product.url} target="_blank" rel="noreferrer">
              {t.side.view}
            </a>
          )}
        </div>
      )}
    </Section>
  );
}

function Skus({ product }: { product: ProductCard }) {
  const { settings } = useDesk();
  const t = settings.t.value;
  if (product.skus.length < 2) return null;
  return (
    <details class="skus" open={product.skus.length <= 8}>
      <summary>{t.side.skus(product.skus.length)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.side.sku}</th>
            <th scope="col">{t.side.price}</th>
            <th scope="col">{t.side.stockHead}</th>
          </tr>
        </thead>
        <tbody>
          {product.skus.map((sku) => (
            <tr key={sku.id}>
              <th scope="row">{Object.values(sku.attributes).join(" / ") || sku.id}</th>
              <td class="number">{formatMoney(sku.price, settings.locale.value)}</td>
              <td class={`number${sku.stock === 0 ? " stock--none" : ""}`}>{sku.stock || t.side.soldOut}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Attributes({ product }: { product: ProductCard }) {
  const t = useDesk().settings.t.value;
  const list = Object.entries(product.attributes);
  if (list.length === 0) return null;
  return (
    <details class="skus">
      <summary>{t.side.attributes}</summary>
      <dl class="facts">
        {list.map(([name, value]) => (
          <div key={name} class="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
