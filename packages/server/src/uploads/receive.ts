import { randomBytes } from "node:crypto";
import { limits, ok, type Result, refuse, type UploadReply } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { UploadOwner } from "../ports/uploads.ts";
import { examine } from "./examine.ts";

const day = 86_400_000;
/** 144 bits: the id is all that it takes to see the picture. */
const idBytes = 18;

type Needs = Pick<Deps, "clock" | "files" | "uploads">;

/** Refuses a shopper who has sent up all that is allowed within 24 hours, and says when the next may come. */
export async function checkQuota(
  { clock, uploads }: Pick<Needs, "clock" | "uploads">,
  shop: string,
  owner: UploadOwner,
): Promise<Result<undefined>> {
  if (owner.kind === "agent") return ok(undefined);
  const since = clock.now() - day;
  const oldestThatCounts = await uploads.nthLatestAt(shop, owner, limits.uploadsPerDay, since);
  if (oldestThatCounts === undefined) return ok(undefined);
  return refuse("upload_quota_reached", undefined, { retryAfterMs: oldestThatCounts - since });
}

/** Keeps a picture and answers by what a message names it. Its bytes come first: a row always has its file. */
export async function receiveUpload(
  { clock, files, uploads }: Needs,
  shop: string,
  owner: UploadOwner,
  sent: Uint8Array,
): Promise<Result<UploadReply>> {
  const examined = examine(sent);
  if (!examined.ok) return examined;
  const { bytes, mime, width, height } = examined.data;
  const id = randomBytes(idBytes).toString("base64url");
  const size = bytes.length;
  await files.save(shop, id, bytes);
  await uploads.create({ shop, id, owner, mime, size, width, height, status: "ready", createdAt: clock.now() });
  return ok({ uploadId: id, width, height, mime, size });
}
