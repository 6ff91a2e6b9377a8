import { limits, type Result, refuse, type UploadReply } from "@yiwen/shared";
import type { Api } from "./api.ts";
import type { Session } from "./session.ts";
import { promised, type Wx } from "./wx.ts";

/** Pictures below this are sent as they are, in bytes; above it WeChat may make them smaller. */
const plentyBytes = 300_000;
/** The longest side a compressed picture keeps, in pixels. */
const plentySide = 2048;
const quality = 80;

export type Uploaded = Pick<UploadReply, "uploadId" | "width" | "height">;

/** Sends a picture of the phone's up; a large one is compressed first, where WeChat can. */
export async function uploadImage(
  { wx, api, session }: { wx: Wx; api: Api; session: Session },
  filePath: string,
): Promise<Result<Uploaded>> {
  const size = await sizeOf(wx, filePath);
  let chosen = { filePath, size };
  if (size === undefined || size > plentyBytes) {
    const smaller = await compressed(wx, filePath);
    if (smaller && (smaller.size ?? 0) < (size ?? Number.POSITIVE_INFINITY)) chosen = smaller;
  }
  if ((chosen.size ?? 0) > limits.uploadBytes) return refuse("upload_too_large");
  const result = await session.authorized((token) => api.upload<UploadReply>("/v1/uploads", chosen.filePath, token));
  if (!result.ok) return result;
  const { uploadId, width, height } = result.data;
  return { ok: true, data: { uploadId, width, height } };
}

/** The size of a file in bytes; `undefined` where WeChat does not say. */
async function sizeOf(wx: Wx, filePath: string): Promise<number | undefined> {
  const files = wx.getFileSystemManager?.();
  if (!files) return undefined;
  return promised<{ size: number }>((on) => files.getFileInfo({ filePath, ...on })).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function compressed(wx: Wx, src: string): Promise<{ filePath: string; size: number | undefined } | undefined> {
  try {
    const { getImageInfo } = wx;
    const info =
      getImageInfo &&
      (await promised<{ width: number; height: number; type?: string }>((on) => getImageInfo({ src, ...on })));
    // A moving picture would stand still.
    if (info?.type === "gif" || !wx.compressImage) return undefined;
    const isLarge = info && Math.max(info.width, info.height) > plentySide;
    const side = isLarge && (info.width > info.height ? "compressedWidth" : "compressedHeight");
    const { tempFilePath } = await promised<{ tempFilePath: string }>((on) =>
      wx.compressImage?.({ src, quality, ...(side && { [side]: plentySide }), ...on }),
    );
    return { filePath: tempFilePath, size: await sizeOf(wx, tempFilePath) };
  } catch {
    return undefined;
  }
}
