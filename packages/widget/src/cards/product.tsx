import type { ProductCard } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { formatMoney } from "../i18n/format.ts";
import { Icon } from "../parts/icon.tsx";
import { Picture } from "../parts/picture.tsx";
import { safeUrl } from "../thread/linkify.ts";

/** Stock at or below this is told by number. */
const fewLeft = 10;

/** A product as it stands now; `null` is one the shop no longer sells, `undefined` one still being read. */
export function Product({ card, label }: { card: ProductCard | null | undefined; label?: string }) {
  const { strings } = useLanguage();
  if (!card) {
    return (
      <div class="card card-empty" aria-busy={card === undefined}>
        <Icon name="bag" />
        {card === null ? strings.product.gone : strings.product.loading}
      </div>
    );
  }
  const url = safeUrl(card.url);
  const body = (
    <>
      <Picture src={card.image} />
      <span class="card-body">
        {label && <span class="card-label">{label}</span>}
        <span class="card-title">{card.title}</span>
        <Price card={card} />
      </span>
    </>
  );
  return url ? (
    <a class="card card-row" href={url}>
      {body}
    </a>
  ) : (
    <div class="card card-row">{body}</div>
  );
}

function Price({ card }: { card: ProductCard }) {
  const { locale, strings } = useLanguage();
  const { price, listPrice, stock } = card;
  return (
    <span class="card-line">
      <span class="price">
        <span class="hidden">{strings.product.price} </span>
        {formatMoney(price, locale)}
      </span>
      {listPrice && listPrice.amount > price.amount && (
        <s class="list-price">
          <span class="hidden">{strings.product.listPrice} </span>
          {formatMoney(listPrice, locale)}
        </s>
      )}
      <Stock stock={stock} />
    </span>
  );
}

function Stock({ stock }: { stock: number }) {
  const { product } = useLanguage().strings;
  if (stock <= 0) return <span class="stock stock-out">{product.soldOut}</span>;
  if (stock <= fewLeft) return <span class="stock stock-few">{product.few(stock)}</span>;
  return <span class="stock">{product.inStock}</span>;
}
