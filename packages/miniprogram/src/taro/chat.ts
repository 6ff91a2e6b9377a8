import type { Uploaded, Yiwen } from "@yiwen/miniprogram";
import {
  type Choice,
  type ConsultInput,
  type ErrorCode,
  limits,
  type PublicShop,
  type Result,
  type ShopperState,
} from "@yiwen/miniprogram";

/** A picture of the phone's, by its path; its size is in pixels, where WeChat tells it. */
export type ChosenPicture = { path: string; width?: number; height?: number };

/** A picture on its way up; it becomes a message once it is there. */
export type PictureUpload = ChosenPicture & { id: string; failure?: ErrorCode };

/** Everything the page shows. A new object at every change. */
export type ChatState = {
  shopper: ShopperState;
  /** Another number is another person: what the one before was writing is not theirs. */
  person: number;
  shop?: PublicShop;
  uploads: PictureUpload[];
  /** What the last action was refused for; shown until the next one. */
  refusal?: ErrorCode;
  /** The shopper lets WeChat tell them of a reply. */
  willNotify: boolean;
};

/** The chat without its looks, over the app's one client: what the page may ask of it. */
export type Chat = {
  readonly state: ChatState;
  subscribe(listener: (state: ChatState) => void): () => void;
  /** Opens the conversation, with a product or an order, or as a new one. */
  open(options?: { consult?: ConsultInput; fresh?: boolean }): void;
  send(text: string): void;
  /** Sends pictures of the phone's, one after another. */
  sendPictures(pictures: ChosenPicture[]): void;
  /** The size of a picture that was sent from here, before the conversation tells it. */
  sizeOf(uploadId: string): { width: number; height: number } | undefined;
  retryPicture(id: string): void;
  discardPicture(id: string): void;
  choose(choice: Choice): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(on: boolean): void;
  /** Says that what is shown was read. */
  read(): void;
  /** Must be called inside a tap: WeChat asks about notifications only there. */
  requestHandoff(): void;
  cancelHandoff(): void;
  /** Asks whether WeChat may tell of a reply; inside a tap. */
  askToNotify(): void;
  rate(score: number, comment?: string): void;
  loadOlder(): Promise<void>;
};

type Self = {
  yiwen: Yiwen;
  state: ChatState;
  listeners: Set<(state: ChatState) => void>;
  chosen: number;
  sent: Map<string, Uploaded>;
};

/** Makes the store over the app's one client. */
export function createChat(yiwen: Yiwen): Chat {
  const { client } = yiwen;
  const self: Self = {
    yiwen,
    state: { shopper: client.state, person: yiwen.person, shop: yiwen.shop, uploads: [], willNotify: false },
    listeners: new Set(),
    chosen: 0,
    sent: new Map(),
  };
  client.subscribe((shopper) => take(self, shopper));
  const settle = async (asked: Promise<Result<unknown>>) => {
    const { person } = self.state;
    const result = await asked;
    if (person === self.state.person) set(self, { refusal: result.ok ? undefined : result.error.code });
  };
  const chat: Chat = {
    get state() {
      return self.state;
    },
    subscribe(listener) {
      self.listeners.add(listener);
      return () => {
        self.listeners.delete(listener);
      };
    },
    open: (options = {}) => void open(self, options),
    send(text) {
      const words = text.trim();
      if (!words || words.length > limits.messageLength) return;
      set(self, { refusal: undefined });
      client.send(words);
    },
    sendPictures: (pictures) => void sendPictures(self, pictures),
    sizeOf: (uploadId) => self.sent.get(uploadId),
    retryPicture(id) {
      const upload = self.state.uploads.find((one) => one.id === id);
      if (upload?.failure) void sendUpload(self, upload);
    },
    discardPicture: (id) => forget(self, id),
    choose({ action }) {
      if (action.do === "say") chat.send(action.text);
      else if (action.do === "requestHandoff") chat.requestHandoff();
      else if (action.do === "cancelHandoff") chat.cancelHandoff();
      else chat.open({ consult: { productId: action.productId } });
    },
    retry: client.retry,
    discard: client.discard,
    typing: client.typing,
    read: client.read,
    requestHandoff() {
      // First, because WeChat asks only while the tap is being handled.
      if (!self.state.willNotify) chat.askToNotify();
      void settle(client.requestHandoff());
    },
    cancelHandoff: () => void settle(client.cancelHandoff()),
    askToNotify: () => void askToNotify(self),
    rate: (score, comment) => void settle(client.rate(score, comment)),
    loadOlder: () => settle(client.loadOlder()),
  };
  return chat;
}

/** Takes the client's state, and of who was here before another person nothing. */
function take(self: Self, shopper: ShopperState): void {
  const { person, shop } = self.yiwen;
  const isOther = person !== self.state.person;
  if (isOther) self.sent.clear();
  const nothing = { person, uploads: [], refusal: undefined, willNotify: false };
  set(self, { shopper, shop, ...(isOther && nothing) });
}

async function open(self: Self, options: { consult?: ConsultInput; fresh?: boolean }): Promise<void> {
  set(self, { refusal: undefined });
  const { person, shopper } = self.state;
  const result = await self.yiwen.client.open(options);
  if (!result.ok && shopper.thread && person === self.state.person) set(self, { refusal: result.error.code });
}

/** One after another, so that they arrive in the order in which they were chosen. */
async function sendPictures(self: Self, pictures: ChosenPicture[]): Promise<void> {
  const uploads = pictures.map((picture) => ({ ...picture, id: `p${++self.chosen}` }));
  set(self, { uploads: [...self.state.uploads, ...uploads], refusal: undefined });
  for (const upload of uploads) await sendUpload(self, upload);
}

async function sendUpload(self: Self, { id, path }: PictureUpload): Promise<void> {
  const isHere = () => self.state.uploads.some((one) => one.id === id);
  if (!isHere()) return;
  change(self, id, undefined);
  const result: Result<Uploaded> = await self.yiwen.upload(path);
  if (!result.ok) {
    change(self, id, result.error.code);
    return;
  }
  // The shopper may have thrown it away meanwhile, or be somebody else.
  if (!isHere()) return;
  self.sent.set(result.data.uploadId, result.data);
  self.yiwen.client.send({ kind: "image", uploadId: result.data.uploadId });
  forget(self, id);
}

function change(self: Self, id: string, failure: ErrorCode | undefined): void {
  set(self, { uploads: self.state.uploads.map((one) => (one.id === id ? { ...one, failure } : one)) });
}

function forget(self: Self, id: string): void {
  set(self, { uploads: self.state.uploads.filter((one) => one.id !== id) });
}

async function askToNotify(self: Self): Promise<void> {
  const { person } = self.state;
  const isAccepted = (await self.yiwen.askToNotify()) === "accepted";
  if (isAccepted && person === self.state.person) set(self, { willNotify: true });
}

function set(self: Self, patch: Partial<ChatState>): void {
  const keys = Object.keys(patch) as (keyof ChatState)[];
  if (keys.every((key) => Object.is(self.state[key], patch[key]))) return;
  self.state = { ...self.state, ...patch };
  for (const listener of [...self.listeners]) listener(self.state);
}
