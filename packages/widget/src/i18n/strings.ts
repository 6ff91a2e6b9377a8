import type { ErrorCode, OrderStatus } from "@yiwen/shared";

/** The errors only agents can meet; shoppers need no words for them. */
type AgentErrorCode =
  | "login_failed"
  | "agent_not_found"
  | "already_taken"
  | "not_yours"
  | "unknown_command"
  | "model_not_configured"
  | "model_unavailable"
  | "command_id_reused";

/** The errors only shoppers in WeChat can meet. */
type WeappErrorCode = "wechat_code_invalid" | "wechat_busy" | "wechat_not_configured" | "content_refused";

export type ShopperErrorCode = Exclude<ErrorCode, AgentErrorCode | WeappErrorCode>;

/** Every text of the widget. Both languages are written by hand. */
export type Strings = {
  dialog: (shop: string) => string;
  close: string;
  assistant: string;
  you: string;
  agentRole: string;
  status: { bot: string; queued: string; human: (name: string) => string; closed: string; away: string };
  askForAgent: string;
  loading: string;
  thread: string;
  older: string;
  loadingOlder: string;
  toLatest: string;
  newMessages: (count: number) => string;
  today: string;
  yesterday: string;
  typing: (name: string) => string;
  composer: {
    label: string;
    placeholder: string;
    offline: string;
    send: string;
    left: (count: number) => string;
    over: (count: number) => string;
  };
  message: {
    sending: string;
    waiting: string;
    sent: string;
    read: string;
    failed: string;
    retry: string;
    discard: string;
  };
  picture: {
    attach: string;
    /** What a picture is called where it can't be seen. */
    alt: string;
    close: string;
    gone: string;
    checking: string;
    withheld: string;
  };
  choices: string;
  source: (count: number) => string;
  openSource: string;
  consult: { product: string; order: string };
  product: {
    inStock: string;
    few: (count: number) => string;
    soldOut: string;
    gone: string;
    listPrice: string;
    price: string;
    loading: string;
  };
  order: {
    title: (id: string) => string;
    gone: string;
    more: (count: number) => string;
    total: string;
    quantity: (count: number) => string;
    tracking: string;
    status: Record<OrderStatus, string>;
  };
  coupon: { title: string; copy: string; copied: string; code: string };
  queue: {
    title: string;
    ahead: (ahead: number, minutes?: number) => string;
    next: (minutes?: number) => string;
    away: string;
    awayMore: string;
    late: string;
    lateMore: string;
    cancel: string;
    backToBot: string;
  };
  notice: {
    queued: string;
    leftWord: string;
    cancelled: string;
    timedOut: string;
    joined: (name: string) => string;
    returned: (name: string) => string;
    transferred: (name: string) => string;
    silent: (name: string) => string;
    closed: string;
    rated: (score: number) => string;
  };
  connection: { connecting: string; offline: string };
  refused: { title: string; reload: string };
  rating: {
    question: string;
    scores: [string, string, string, string, string];
    comment: string;
    give: string;
    thanks: string;
    fresh: string;
  };
  errors: Record<ShopperErrorCode, string>;
};
