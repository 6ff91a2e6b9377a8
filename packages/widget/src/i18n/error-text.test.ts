import { type ErrorCode, errors } from "@yiwen/shared";
import { expect, test } from "vitest";
import { strings as en } from "./en.ts";
import { errorText } from "./error-text.ts";
import { strings as zh } from "./zh-CN.ts";

test("WG29 every error code reads as something in both languages", () => {
  for (const code of Object.keys(errors) as ErrorCode[]) {
    expect(errorText(zh, code)).toMatch(/\p{Script=Han}/u);
    expect(errorText(en, code)).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(errorText(zh, "shop_not_found")).not.toBe(errorText(zh, "origin_not_allowed"));
  expect(errorText(en, "already_taken")).toBe(en.errors.internal_error);
});
