import { formatMoney } from "../format/money.ts";
import { useDesk } from "../parts/desk-context.ts";
import { Picture } from "./picture.tsx";

/** A product as it stands now: picture, title, price, stock. */
export function ProductCardView({ productId }: { productId: string }) {
  const { cards, settings } = useDesk();
  const t = settings.t.value;
  const product = cards.value.products[productId];
  if (!product) {
    return (
      <div class="card card--empty">
        <p>{product === null ? t.side.gone : t.side.loading}</p>
        <code>{productId}</code>
      </div>
    );
  }
  return (
    <div class="card card--product">
      <Picture src={product.image} />
      <div class="card__body">
        <p class="card__title">{product.title}</p>
        <p class="card__line">
          <span class="price">{formatMoney(product.price, settings.locale.value)}</span>
          {product.listPrice && <s class="number">{formatMoney(product.listPrice, settings.locale.value)}</s>}
          <span class={product.stock > 0 ? "stock" : "stock stock--none"}>
            {product.stock > 0 ? t.side.stock(product.stock) : t.side.soldOut}
          </span>
        </p>
      </div>
    </div>
  );
}
