import type { ShopperRef, ShopSettings } from "@yiwen/shared";
import type { WechatApp } from "./wechat.ts";

export type Shop = { id: string; name: string; publicKey: string; identitySecret: string; settings: ShopSettings };

export type AgentRole = "agent" | "supervisor";
export type AgentRecord = { shop: string; id: string; email: string; name: string; role: AgentRole };

export type ShopperRecord = { shop: string; id: string; externalId?: string; name?: string; createdAt: number };

/** Shops and the people in them. Nothing here answers across shops except the sign-ins, which find their shop. */
export type Directory = {
  createShop(shop: Shop & { secretKeyHash: string }): Promise<void>;
  shopByPublicKey(publicKey: string): Promise<Shop | undefined>;
  shopBySecretKeyHash(hash: string): Promise<Shop | undefined>;
  shop(id: string): Promise<Shop | undefined>;
  saveSettings(shop: string, settings: ShopSettings): Promise<void>;
  /** The shop's mini-program, where it has set one up. */
  wechatApp(shop: string): Promise<WechatApp | undefined>;
  saveWechatApp(shop: string, app: WechatApp): Promise<void>;

  createAgent(agent: AgentRecord & { passwordHash: string }): Promise<"created" | "email_taken">;
  agentByEmail(email: string): Promise<(AgentRecord & { passwordHash: string }) | undefined>;
  agent(shop: string, id: string): Promise<AgentRecord | undefined>;
  agents(shop: string): Promise<AgentRecord[]>;
  createAgentSession(session: { tokenHash: string; shop: string; agent: string; expiresAt: number }): Promise<void>;
  agentSession(tokenHash: string, now: number): Promise<{ agent: AgentRecord; expiresAt: number } | undefined>;
  endAgentSession(tokenHash: string): Promise<void>;

  /** The shopper of an anonymous browser, made where the hash is new. */
  shopperByResume(shop: string, resumeHash: string, fresh: ShopperRecord): Promise<ShopperRecord>;
  /** The shopper the shop vouched for, made where the external id is new; the name follows the shop's. */
  shopperByExternalId(shop: string, externalId: string, fresh: ShopperRecord): Promise<ShopperRecord>;
  shopper(shop: string, id: string): Promise<ShopperRecord | undefined>;
  /** Under which openids of this mini-program the shopper is known, the latest first. */
  openids(shop: string, shopper: string, appId: string): Promise<string[]>;
};

/** What a row shows of a shopper. */
export function shopperRef(record: ShopperRecord): ShopperRef {
  return { id: record.id, ...(record.name && { name: record.name }), verified: record.externalId !== undefined };
}
