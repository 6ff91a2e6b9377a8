/** Words of the policy skill; the answers themselves come from the shop's passages. */
export const phrases = {
  zh: {
    ownOrder: "想查自己的订单，登录后问我一声就行。",
    unknown: "抱歉，店铺资料里没有写到这个问题，我不想随便回答您。可以请人工客服来确认，或者看看下面这些：",
  },
  en: {
    ownOrder: "To see how your own order stands, sign in and ask me.",
    unknown:
      "Sorry, our shop's pages don't cover that and I don't want to guess. A person can tell you, or try one of these:",
  },
};
