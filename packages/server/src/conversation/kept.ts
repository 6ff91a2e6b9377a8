import type { ErrorCode } from "@yiwen/shared";
import type { Ask, Draft } from "./decision.ts";

type Message = Ask<"shopper:message.send"> | Ask<"agent:message.send">;

/** A message as it is stored: a picture gets the size the server knows; the code where it is none the sender may show. */
export function kept({
  id,
  by,
  input: { content },
  facts: { picture },
}: Message): { ok: true; said: Draft<"message.sent"> } | { ok: false; code: ErrorCode } {
  if (content.kind !== "image") return { ok: true, said: { type: "message.sent", data: { id, content }, by } };
  if (!picture) return { ok: false, code: "upload_not_found" };
  if (picture.isRefused) return { ok: false, code: "content_refused" };
  const { width, height, isHeld } = picture;
  const data = { id, content: { ...content, width, height }, ...(isHeld && { checking: true as const }) };
  return { ok: true, said: { type: "message.sent", data, by } };
}
