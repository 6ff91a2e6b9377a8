export * from "./cards.ts";
export { createAgentClient } from "./client/agent-client.ts";
export { backoff } from "./client/backoff.ts";
export { createIds } from "./client/ids.ts";
export { createShopperClient } from "./client/shopper-client.ts";
export { createSocketTransport, type OpenSocket, type Socket, socketPath } from "./client/socket-transport.ts";
export { createStore, type Store } from "./client/store.ts";
export { tellAll } from "./client/tell-all.ts";
export type * from "./client/types.ts";
export * from "./errors.ts";
export * from "./events.ts";
export * from "./knowledge-files.ts";
export * from "./limits.ts";
export * from "./protocol.ts";
export * from "./result.ts";
export type { Behaviour, BehaviourType } from "./schema/behaviour.ts";
export type {
  AgentCommandType,
  AgentInput,
  ConsultInput,
  InboxFilter,
  PageRef,
  PresenceStatus,
  Resolution,
  ShopperCommandType,
  ShopperInput,
} from "./schema/commands.ts";
export type { AgentContent, Choice, Content, ContentKind, ShopperContent } from "./schema/content.ts";
export type { Coupon, ShopSettings } from "./schema/shop-settings.ts";
export type * from "./signals.ts";
export * from "./text.ts";
export * from "./view/conversation.ts";
export * from "./view/inbox.ts";
export * from "./view/pictures.ts";
export * from "./view/summary.ts";
