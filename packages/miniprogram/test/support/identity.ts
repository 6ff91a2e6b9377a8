import { createHmac } from "node:crypto";
import type { World } from "./world.ts";

/** The shop's word for somebody, as a JWT that is good for so many seconds. */
export function identityOf({ shop, booted }: World, externalId: string, seconds = 3600): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const exp = Math.floor(booted.clock.now() / 1000) + seconds;
  const signed = `${encode({ alg: "HS256" })}.${encode({ sub: externalId, name: externalId, exp })}`;
  return `${signed}.${createHmac("sha256", shop.identitySecret).update(signed).digest("base64url")}`;
}
