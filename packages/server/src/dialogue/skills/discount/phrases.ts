/** Words of the discount skill. */
export const phrases = {
  zh: {
    which: "您想问哪一款的价格？告诉我名称，或者先看看这些类别：",
    each: "价格分别是：",
    price: (title: string, choice: string, price: string) => `「${title}」${choice}现价 ${price}。`,
    was: (price: string) => `（原价 ${price}）`,
    soldOut: "目前缺货。",
    from: " 起",
    total: (count: number, sum: string) => `${count} 件共 ${sum}。`,
    grant: (label: string, code: string, after: string) =>
      `有一张可以用的优惠券：${label}，已经发给您，券码 ${code}，用券后 ${after}，下单时填写即可。`,
    remind: (label: string, code: string, after: string) =>
      `您已经有这张券了：${label}，券码 ${code}，用券后 ${after}。这是目前能用的最大优惠，不能重复领取。`,
    grantOpen: (label: string, code: string) => `送您一张优惠券：${label}，券码 ${code}，满足条件下单时填写即可。`,
    remindOpen: (label: string, code: string) => `您已经有一张券了：${label}，券码 ${code}，不能重复领取。`,
    none: "目前没有可用的优惠券，价格是统一的，我没有权限再降，请您谅解。",
    missed: (label: string, gap: string) => `目前没有可用的优惠券，「${label}」还差 ${gap} 就能用。`,
    noneOpen: "目前没有优惠券。您看中了哪一款？我查一下它的价格。",
    listed: "现在有这些优惠券：",
    whichOne: "您看中了哪一款？我查一下它能用哪一张。",
    giftWord: "赠品",
    gift: (key: string, value: string) => `${key}：${value}。`,
    gifts: (title: string, parts: string) => `「${title}」${parts}`,
    noGift: (title: string) => `「${title}」的商品页没有写明赠品或小样，我不能替店里答应，可以请人工客服确认。`,
    noGiftOpen: "赠品以商品页写明的为准，我不能替店里答应，可以请人工客服确认。",
  },
  en: {
    which: "Which product's price would you like? Tell me its name, or have a look around:",
    each: "Here are the prices:",
    price: (title: string, choice: string, price: string) => `"${title}"${choice} is ${price}.`,
    was: (price: string) => ` (was ${price})`,
    from: " and up",
    total: (count: number, sum: string) => ` ${count} of them come to ${sum}.`,
    soldOut: " It is out of stock at the moment.",
    grant: (label: string, code: string, after: string) =>
      `There's a coupon for it: ${label}. It's yours: code ${code}, which brings it to ${after}. Enter it at checkout.`,
    remind: (label: string, code: string, after: string) =>
      `You already have this coupon: ${label}, code ${code}, which brings it to ${after}. That's the best there is, and it can be granted only once.`,
    grantOpen: (label: string, code: string) =>
      `Here is a coupon for you: ${label}. Code ${code}; enter it at checkout if your order qualifies.`,
    remindOpen: (label: string, code: string) =>
      `You already have a coupon: ${label}, code ${code}. It can be granted only once.`,
    none: " No coupon applies to it right now. The price is the same for everyone, so I can't lower it. Sorry!",
    missed: (label: string, gap: string) => ` No coupon applies to it yet; for "${label}" it takes ${gap} more.`,
    noneOpen: "There is no coupon right now. Which product do you have in mind? I'll look up its price.",
    listed: "These coupons are valid now:",
    whichOne: "Which product do you have in mind? I'll check which of them applies to it.",
    giftWord: "free gift",
    gift: (key: string, value: string) => `${key}: ${value}.`,
    gifts: (title: string, parts: string) => `"${title}": ${parts}`,
    noGift: (title: string) =>
      `The page of "${title}" names no gift or sample, and I can't promise one. A person can tell you for sure.`,
    noGiftOpen: "Gifts are what product pages name, and I can't promise one. A person can tell you for sure.",
  },
};
