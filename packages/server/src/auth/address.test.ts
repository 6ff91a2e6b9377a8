import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressKey, addressOf } from "./address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: { ...(forwarded && { "x-forwarded-for": forwarded }) },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

test("PT6 whom X-Forwarded-For names is believed only where a proxy is trusted", () => {
  const asked = request("10.0.0.1", "203.0.113.9, 10.0.0.7");
  expect(addressOf(asked, false)).toBe("10.0.0.1");
  expect(addressOf(asked, true)).toBe("203.0.113.9");
  expect(addressOf(request("10.0.0.1"), true)).toBe("10.0.0.1");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["", ""],
])("PT6 of %j counts %j: a network of 64 bits is one address", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
