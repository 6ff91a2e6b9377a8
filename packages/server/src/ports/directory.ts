import type { ShopperRef, ShopSettings } from "@yiwen/shared";
import type { Moved } from "../conversation/merge.ts";
import type { WechatApp } from "./wechat.ts";

export type Shop = { id: string; name: string; publicKey: string; identitySecret: string; settings: ShopSettings };

export type AgentRole = "agent" | "supervisor";
export type AgentRecord = { shop: string; id: string; email: string; name: string; role: AgentRole };

export type ShopperRecord = {
  shop: string;
  id: string;
  externalId?: string;
  name?: string;
  createdAt: number;
  /** They turned out to be this other shopper, who has everything of theirs. */
  mergedInto?: string;
};

/** By what a shopper who signs in is known. What is not given is not looked at. */
export type ShopperClaims = {
  /** The id by which the shop vouched for them, and their name. */
  externalId?: string;
  name?: string;
  /** What an anonymous browser keeps, hashed. */
  resumeHash?: string;
  /** Who they are in a mini-program, and in all of the same owner's apps. */
  wechat?: { appId: string; openid: string; unionid?: string };
};

/** Who signed in, and what it brought together. */
export type Recognised = {
  shopper: ShopperRecord;
  /** Shoppers who turned out to be this one. */
  merged: string[];
  moved: Moved[];
};

/** Shops and the people in them. Nothing here answers across shops except the sign-ins, which find their shop. */
export type Directory = {
  createShop(shop: Shop & { secretKeyHash: string }): Promise<void>;
  shopByPublicKey(publicKey: string): Promise<Shop | undefined>;
  shopBySecretKeyHash(hash: string): Promise<Shop | undefined>;
  shop(id: string): Promise<Shop | undefined>;
  saveSettings(shop: string, settings: ShopSettings): Promise<void>;
  /** The shop's mini-program, where it has set one up. */
  wechatApp(shop: string): Promise<WechatApp | undefined>;
  /** Without a `pushToken` the one there is stays. */
  saveWechatApp(shop: string, app: WechatApp & { pushToken?: string }): Promise<void>;
  /** By which the shop's WeChat signs what it tells us, where it was set up. */
  wechatPushToken(shop: string): Promise<string | undefined>;

  createAgent(agent: AgentRecord & { passwordHash: string }): Promise<"created" | "email_taken">;
  agentByEmail(email: string): Promise<(AgentRecord & { passwordHash: string }) | undefined>;
  agent(shop: string, id: string): Promise<AgentRecord | undefined>;
  agents(shop: string): Promise<AgentRecord[]>;
  createAgentSession(session: { tokenHash: string; shop: string; agent: string; expiresAt: number }): Promise<void>;
  agentSession(tokenHash: string, now: number): Promise<{ agent: AgentRecord; expiresAt: number } | undefined>;
  endAgentSession(tokenHash: string): Promise<void>;
  /** Ends all of the agent's sessions as well. */
  setAgentPassword(shop: string, agent: string, passwordHash: string): Promise<void>;
  /** The agent with all sessions. What they said stays, and bears their name. */
  removeAgent(shop: string, agent: string): Promise<void>;

  /** The shopper of an anonymous browser, made where the hash is new. */
  shopperByResume(shop: string, resumeHash: string, fresh: ShopperRecord): Promise<ShopperRecord>;
  /**
   * The one shopper whom all these claims are about, made where none is known; the name follows the shop's. Anonymous
   * shoppers whom the claims also name are merged into that one, with all that is theirs; two whom the shop vouched for
   * never are.
   */
  recognise(shop: string, claims: ShopperClaims, fresh: ShopperRecord): Promise<Recognised>;
  shopper(shop: string, id: string): Promise<ShopperRecord | undefined>;
  /** The ids of those who turned out to be this shopper. */
  formerIds(shop: string, shopper: string): Promise<string[]>;
  /** Under which openids of this mini-program the shopper is known, the latest first. */
  openids(shop: string, shopper: string, appId: string): Promise<string[]>;
};

/** What a row shows of a shopper. */
export function shopperRef(record: ShopperRecord): ShopperRef {
  return { id: record.id, ...(record.name && { name: record.name }), verified: record.externalId !== undefined };
}
