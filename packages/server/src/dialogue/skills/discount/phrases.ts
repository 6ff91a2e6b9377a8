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
    none: (title: string, price: string) =>
      `「${title}」现价 ${price}，目前没有可用的优惠券，价格是统一的，我没有权限再降，请您谅解。`,
    noneOpen: "目前没有全店通用的优惠券。您看中了哪一款？我查一下它有没有可用的优惠。",
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
    none: (title: string, price: string) =>
      `"${title}" is ${price}, and no coupon applies to it right now. The price is the same for everyone, so I can't lower it. Sorry!`,
    noneOpen:
      "There is no shop-wide coupon right now. Which product do you have in mind? I'll check whether something applies to it.",
  },
};
