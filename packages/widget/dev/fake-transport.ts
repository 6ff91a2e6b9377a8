import {
  type CommandMessage,
  type Content,
  type OpenReply,
  ok,
  type Result,
  reduceSummary,
  refuse,
  type ShopperContent,
  type Transport,
  type TransportHandlers,
  type WireEvent,
} from "@yiwen/shared";
import type { Scene } from "./scenes.ts";

/** Events in a page, small so that "load older" is easily reached. */
const pageSize = 20;

/** Lets a scene speak and hang up by itself through whatever connection there is now. */
export function bindScene(scene: Scene, current: () => TransportHandlers | undefined): void {
  scene.push = (event) => {
    const seq = (scene.events.at(-1)?.seq ?? 0) + 1;
    const full = { ...event, seq, conversationId: scene.id, at: Date.now() } as WireEvent;
    scene.events.push(full);
    current()?.event(full);
    return seq;
  };
  scene.lose = (code) => current()?.lost(code);
}

/** A server in the page: answers commands from a scene, and plays its words as if they came over the wire. */
export function createFakeTransport(scene: Scene): Transport {
  let handlers: TransportHandlers | undefined;
  bindScene(scene, () => handlers);
  return {
    connect(_token, given) {
      handlers = given;
      queueMicrotask(() => (scene.refusal ? given.lost(scene.refusal) : scene.isDown ? given.lost() : given.opened()));
    },
    send: (message) => answer(scene, message, handlers),
    signal: () => {},
    close() {
      handlers = undefined;
    },
  };
}

/** What the scene's server says to a command. */
export function answer(scene: Scene, message: CommandMessage, handlers?: TransportHandlers): Promise<Result<unknown>> {
  const input = message.input as { content?: Content; seq?: number };
  const { push } = scene;
  scene.commands.push(message);
  switch (message.type) {
    case "conversation.open":
      return scene.isSilent
        ? new Promise(() => {})
        : delayed(open(scene, message.input as Asked, handlers), scene.openMs);
    case "catalog.read":
      return Promise.resolve(ok(scene.cards));
    case "message.send": {
      if (scene.sending)
        return scene.sending === "never" ? new Promise(() => {}) : Promise.resolve(refuse(scene.sending));
      const seq = push({
        type: "message.sent",
        by: { kind: "shopper" },
        data: { id: message.id, content: stored(input.content!) },
      });
      scene.onSent?.();
      return done(scene, seq);
    }
    case "message.read":
      return done(
        scene,
        push({ type: "message.read", by: { kind: "shopper" }, data: { reader: "shopper", seq: input.seq! } }),
      );
    case "handoff.request":
      if (scene.handoff) return Promise.resolve(refuse(scene.handoff));
      return done(scene, push({ type: "handoff.requested", by: { kind: "shopper" }, data: { staffed: true } }));
    case "handoff.cancel":
      return done(scene, push({ type: "handoff.cancelled", by: { kind: "shopper" }, data: {} }));
    case "rating.give":
      return done(
        scene,
        push({ type: "conversation.rated", by: { kind: "shopper" }, data: message.input as { score: number } }),
      );
    default:
      return Promise.resolve(refuse("unknown_command"));
  }
}

/** As the server keeps it: a picture with its size. */
const stored = (content: Content | ShopperContent): Content =>
  content.kind === "image" ? { width: 640, height: 480, ...content } : content;

const done = ({ id }: Scene, seq: number) => Promise.resolve(ok({ conversationId: id, seq }));

async function delayed<T>(value: T, ms = 0): Promise<T> {
  if (ms) await new Promise((go) => setTimeout(go, ms));
  return value;
}

type Asked = { since?: number; before?: number; fresh?: boolean };

function open(scene: Scene, { since, before, fresh }: Asked, handlers?: TransportHandlers): Result<OpenReply> {
  if (fresh && summaryOf(scene).floor === "closed") Object.assign(scene, { id: `${scene.id}-next`, events: [] });
  const conversation = summaryOf(scene);
  const { id, events, cards, queue, consultError } = scene;
  const wanted = before ? events.filter((e) => e.seq < before) : events.filter((e) => e.seq > (since ?? 0));
  const page = since ? wanted : wanted.slice(-pageSize);
  if (scene.typing) setTimeout(() => handlers?.signal({ conversationId: id, type: "typing", data: scene.typing! }));
  return ok({
    conversation,
    events: page,
    hasOlder: !since && wanted.length > page.length,
    hasNewer: false,
    cards,
    queue,
    consultError,
  });
}

const summaryOf = ({ id, events }: Scene) => events.reduce(reduceSummary, { ...emptyConversation, id });

const emptyConversation: OpenReply["conversation"] = {
  id: "",
  seq: 0,
  floor: "bot",
  channel: "web",
  locale: "zh-CN",
  openedAt: 0,
  lastAt: 0,
  read: { shopper: 0, agent: 0 },
  unread: { shopper: 0, agent: 0 },
  asked: 0,
};
