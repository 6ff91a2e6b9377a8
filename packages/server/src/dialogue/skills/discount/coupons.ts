import type { Coupon, Money } from "@yiwen/shared";
import type { Facts, Product } from "../../facts.ts";

/** A coupon that applies to a price, and what it leaves to pay. */
export type Offer = { coupon: Coupon; off: Money; after: Money };

/** Valid now, and its code worth giving. */
function isValid({ validFrom, validUntil }: Coupon, now: number): boolean {
  return (validFrom === undefined || validFrom <= now) && (validUntil === undefined || now < validUntil);
}

function isFor(coupon: Coupon, product: Product): boolean {
  const { productIds, categories } = coupon;
  return (
    (productIds === undefined || productIds.includes(product.id)) &&
    (categories === undefined || categories.includes(product.category))
  );
}

function offerOf(coupon: Coupon, price: Money): Offer {
  const amount = "amount" in coupon.off ? coupon.off.amount : Math.floor((price.amount * coupon.off.percent) / 100);
  const off = Math.min(amount, price.amount);
  return {
    coupon,
    off: { amount: off, currency: price.currency },
    after: { amount: price.amount - off, currency: price.currency },
  };
}

/** The coupon that takes most off this product at this price; a draw goes to the one already granted, then the first. */
export function bestOffer(
  facts: Facts,
  item: { product: Product; price: Money; granted: string[] },
): Offer | undefined {
  const { product, price, granted } = item;
  return facts.shop.settings.coupons
    .filter((coupon) => coupon.currency === price.currency && isValid(coupon, facts.now) && isFor(coupon, product))
    .filter(({ minSpend }) => minSpend === undefined || minSpend <= price.amount)
    .map((coupon) => offerOf(coupon, price))
    .sort(
      (a, b) =>
        b.off.amount - a.off.amount || Number(granted.includes(b.coupon.id)) - Number(granted.includes(a.coupon.id)),
    )[0];
}

/** A coupon for whatever is bought, for when no product is on the table. */
export function openCoupon(facts: Facts): Coupon | undefined {
  return facts.shop.settings.coupons.find(
    (coupon) => isValid(coupon, facts.now) && coupon.productIds === undefined && coupon.categories === undefined,
  );
}
