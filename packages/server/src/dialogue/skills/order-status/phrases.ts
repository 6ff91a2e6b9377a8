import type { OrderStatus } from "@yiwen/shared";

const zhStatus: Record<OrderStatus, string> = {
  unpaid: "待付款",
  paid: "已付款，等待发货",
  shipped: "已发货，运输中",
  delivered: "已送达",
  completed: "已完成",
  cancelled: "已取消",
  refunding: "退款处理中",
  refunded: "已退款",
};

const enStatus: Record<OrderStatus, string> = {
  unpaid: "waiting for payment",
  paid: "paid, waiting to be shipped",
  shipped: "shipped and on its way",
  delivered: "delivered",
  completed: "completed",
  cancelled: "cancelled",
  refunding: "being refunded",
  refunded: "refunded",
};

/** Words of the order skill. */
export const phrases = {
  zh: {
    status: zhStatus,
    order: (id: string, status: string) => `订单 ${id}：${status}。`,
    placed: (time: string, total: string) => `${time} 下单，合计 ${total}。`,
    carrier: (name: string) => `快递：${name}`,
    tracking: (number: string) => `，单号 ${number}`,
    end: "。",
    latest: (time: string, text: string) => `最新物流（${time}）：${text}`,
    progress: (time: string, text: string) => `最新进展（${time}）：${text}`,
    noDate: "预计送达时间物流没有给出，我不能替它保证。",
    notShipped: "还没有发货，具体发货时间我这边查不到；着急的话可以请人工客服帮您催一下。",
    urged: "我能查到的就是这些，需要催促的话可以请人工客服处理。",
    noRefund: "这个订单目前没有退款记录。",
    which: "您有几笔订单，想问哪一笔？",
    whichToChange: "您说的是哪一笔订单？选一下，我先看看它现在的状态。",
    again: "刚才的订单，把订单号发我就能查。",
    none: "我这边还看不到您的订单：登录下单时用的账号以后再问我，就能帮您查。",
    noneOfYours: "您登录的账号下没有找到订单：如果是用别的账号下的单，请换那个账号登录；也可以请人工客服帮您查。",
    generally: (answer: string) => `店铺的一般说明：${answer}`,
    noneAgain: "订单我这边还是看不到，需要您先登录；不方便登录的话，我可以请人工客服帮您查。",
    upset:
      "抱歉让您着急了。我这边看不到您的订单，没有办法替您催；人工客服可以直接处理，点下面就能转，之前说过的不用再重复。",
    noneById: (id: string) => `没有查到订单 ${id}：请核对一下订单号，并登录下单时用的账号；也可以请人工客服帮您查。`,
    change: "这个操作我没有权限直接办理，需要的话可以请人工客服帮您处理。",
    label: (id: string, title: string, status: string) => `${id} · ${status} · ${title}`,
    pick: (id: string) => `订单号 ${id}`,
  },
  en: {
    status: enStatus,
    order: (id: string, status: string) => `Order ${id}: ${status}.`,
    placed: (time: string, total: string) => `Placed ${time}, ${total} in all.`,
    carrier: (name: string) => `Carrier: ${name}`,
    tracking: (number: string) => `, tracking number ${number}`,
    end: ".",
    latest: (time: string, text: string) => `Latest (${time}): ${text}`,
    progress: (time: string, text: string) => `Latest (${time}): ${text}`,
    noDate: "The carrier gives no delivery date, so I can't promise one.",
    notShipped: "It hasn't been shipped yet and I can't see the date; if it's urgent, a person can chase it for you.",
    urged: "That's all I can see. If it needs chasing, a person can do that.",
    noRefund: "There is no refund on this order so far.",
    which: "You have several orders. Which one is it about?",
    whichToChange: "Which of your orders is it? Pick one and I'll see how it stands.",
    again: "About the order: send me its number and I'll look it up.",
    none: "I can't see any order of yours yet: sign in with the account you ordered with and ask me again, and I'll look it up.",
    noneOfYours:
      "There is no order in the account you are signed in with. If you ordered with another one, sign in with that, or let a person look it up.",
    generally: (answer: string) => `In general: ${answer}`,
    noneAgain:
      "I still can't see your order: that needs you to sign in. If that's not possible, a person can look it up for you.",
    upset:
      "I'm sorry about this. I can't see your order, so I can't chase it myself; a person can take care of it right away. Just tap below, and you won't have to repeat anything.",
    noneById: (id: string) =>
      `I can't find order ${id}. Please check the number and sign in with the account you ordered with, or let a person look it up.`,
    change: "I can't do this myself; a person can take care of it for you.",
    label: (id: string, title: string, status: string) => `${id} · ${status} · ${title}`,
    pick: (id: string) => `Order number ${id}`,
  },
};
