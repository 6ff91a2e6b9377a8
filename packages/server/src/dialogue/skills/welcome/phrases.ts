/** Words of the welcome skill. */
export const phrases = {
  zh: {
    hello: (shop: string) => `您好，我是${shop}的智能客服，商品、订单、售后都可以问我。`,
    product: (title: string, price: string, stock: string) =>
      `您好，您在看的是「${title}」，现价 ${price}，${stock}。想了解哪方面？`,
    inStock: (count: number) => `有现货（共 ${count} 件）`,
    soldOut: "目前缺货",
    gone: "这件商品现在没有在售。您可以告诉我想找什么，我帮您看看。",
    coupon: "多少钱，有优惠吗",
    stock: "有哪些尺码和颜色有货",
    stockPlain: "有货吗",
    shipping: "运费怎么算",
  },
  en: {
    hello: (shop: string) => `Hi, I'm the assistant of ${shop}. Ask me about products, orders or returns.`,
    product: (title: string, price: string, stock: string) =>
      `Hi! You're looking at "${title}": ${price}, ${stock}. What would you like to know?`,
    inStock: (count: number) => `in stock (${count} in all)`,
    soldOut: "out of stock at the moment",
    gone: "This product isn't on sale any more. Tell me what you're looking for and I'll have a look.",
    coupon: "How much is it, any coupon?",
    stock: "Which sizes are available?",
    stockPlain: "Is it in stock?",
    shipping: "How much is shipping?",
  },
};
