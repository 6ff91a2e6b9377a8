import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Who asks, for counting: the far end of the connection or, where a proxy is trusted, whom it names first. An IPv6
 * network of 64 bits counts as one, because one household or one server has all of it.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const named = String(forwarded ?? "")
    .split(",")[0]
    ?.trim();
  return addressKey(named || (request.socket.remoteAddress ?? ""));
}

/** The part of an address that counts. */
export function addressKey(address: string): string {
  const plain = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...gap, ...right].slice(0, 4).join(":");
}
