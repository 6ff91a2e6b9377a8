import type { Coupon, Money } from "@yiwen/shared";
import type { Facts, Product } from "../../facts.ts";

/** A coupon that applies to a sum, and what it leaves to pay. */
export type Offer = { coupon: Coupon; off: Money; after: Money };

/** A coupon that would apply to a larger sum, and how much is missing. */
export type Missed = { coupon: Coupon; gap: Money };

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

/** What a product's coupons are reckoned on: the sum of all that are wanted. */
type Bill = { product: Product; sum: Money };

function couponsFor(facts: Facts, { product, sum }: Bill): Coupon[] {
  return validCoupons(facts).filter((coupon) => coupon.currency === sum.currency && isFor(coupon, product));
}

function offerOf(coupon: Coupon, sum: Money): Offer {
  const amount = "amount" in coupon.off ? coupon.off.amount : Math.floor((sum.amount * coupon.off.percent) / 100);
  const off = Math.min(amount, sum.amount);
  return {
    coupon,
    off: { amount: off, currency: sum.currency },
    after: { amount: sum.amount - off, currency: sum.currency },
  };
}

/** The coupon that takes most off what this many of the product cost; a draw goes to the one already granted, then the first. */
export function bestOffer(facts: Facts, bill: Bill & { granted: string[] }): Offer | undefined {
  const { sum, granted } = bill;
  return couponsFor(facts, bill)
    .filter(({ minSpend }) => minSpend === undefined || minSpend <= sum.amount)
    .map((coupon) => offerOf(coupon, sum))
    .sort(
      (a, b) =>
        b.off.amount - a.off.amount || Number(granted.includes(b.coupon.id)) - Number(granted.includes(a.coupon.id)),
    )[0];
}

/** The coupon of the product that least is missing for, where none applies yet. */
export function missedOffer(facts: Facts, bill: Bill): Missed | undefined {
  const { amount, currency } = bill.sum;
  return couponsFor(facts, bill)
    .map((coupon) => ({ coupon, gap: { amount: (coupon.minSpend ?? 0) - amount, currency } }))
    .filter(({ gap }) => gap.amount > 0)
    .sort((a, b) => a.gap.amount - b.gap.amount)[0];
}

/** Every coupon that is valid now, as the shop lists them. */
export function validCoupons({ shop, now }: Facts): Coupon[] {
  return shop.settings.coupons.filter((coupon) => isValid(coupon, now));
}

/** A coupon for whatever is bought, for when no product is on the table. */
export function openCoupon(facts: Facts): Coupon | undefined {
  return validCoupons(facts).find(({ productIds, categories }) => productIds === undefined && categories === undefined);
}
