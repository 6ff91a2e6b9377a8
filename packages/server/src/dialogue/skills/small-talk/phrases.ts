/** Words of the small talk skill. */
export const phrases = {
  zh: {
    greet: "您好，我在的。请问想了解商品、查订单，还是售后问题？",
    greetProduct: (title: string) => `您好，我在的。关于「${title}」，您想了解什么？`,
    welcome: "不客气，有需要随时找我。",
    farewell: "好的，有问题随时回来找我，祝您生活愉快。",
    acknowledge: "好的，还有什么想问的，直接告诉我就行。",
    introduceSelf:
      "我是店里的智能客服机器人，可以查商品价格和库存、领优惠券、查订单物流、解答售后政策；我办不了的会转给人工客服。",
    thank: "谢谢您的认可，我们会继续努力。",
    soothe: "很抱歉给您带来不好的体验。您可以把情况告诉我，或者直接让人工客服来处理。",
  },
  en: {
    greet: "Hi, I'm here. Is it about a product, an order, or after-sales?",
    greetProduct: (title: string) => `Hi, I'm here. What would you like to know about "${title}"?`,
    welcome: "You're welcome. I'm here whenever you need me.",
    farewell: "All right, come back any time. Have a nice day!",
    acknowledge: "OK. If there is anything else, just ask.",
    introduceSelf:
      "I'm the shop's assistant bot. I can check prices and stock, grant coupons, look up orders and explain our policies. What I can't do goes to a person.",
    thank: "Thank you, that means a lot to us.",
    soothe: "I'm sorry this has gone badly. Tell me what happened, or let a person take care of it.",
  },
};
