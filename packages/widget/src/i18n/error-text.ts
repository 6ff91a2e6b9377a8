import type { ErrorCode } from "@yiwen/shared";
import type { Strings } from "./strings.ts";

/** What a shopper reads for an error code; a code that has no words of its own reads as our fault. */
export function errorText(strings: Strings, code: ErrorCode | undefined): string {
  const texts: Partial<Record<ErrorCode, string>> = strings.errors;
  return (code && texts[code]) ?? strings.errors.internal_error;
}
