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
  const choosing = choose(wx, filePath);
  // The token first: somebody else may be at the phone by the time the picture was made smaller.
  const result = await session.authorized<UploadReply>(async (token) => {
    const chosen = await choosing;
    if ((chosen.size ?? 0) > limits.uploadBytes) return refuse("upload_too_large");
    return api.upload("/v1/uploads", chosen.filePath, token);
  });
  if (!result.ok) return result;
  const { uploadId, width, height } = result.data;
  return { ok: true, data: { uploadId, width, height } };
}

type Chosen = { filePath: string; size: number | undefined };

/** The file itself, or a smaller one where it is large and WeChat can make it so. */
async function choose(wx: Wx, filePath: string): Promise<Chosen> {
  const size = await sizeOf(wx, filePath);
  if (size !== undefined && size <= plentyBytes) return { filePath, size };
  const smaller = await compressed(wx, filePath);
  return smaller && (smaller.size ?? 0) < (size ?? Number.POSITIVE_INFINITY) ? smaller : { filePath, size };
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

async function compressed(wx: Wx, src: string): Promise<Chosen | undefined> {
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
