import type { ErrorCode } from "../errors.ts";
import type { UploadReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { fit as Fit } from "./fit.ts";

/** Longest side of a picture that is sent, in pixels: enough to read a label on it. */
const sentSide = 1600;
/** Bytes below which a picture of the right size goes as it is. */
const smallBytes = 400_000;
/** Of a JPEG: what a camera's picture can lose without being seen to. */
const quality = 0.85;
/** A slow line may take this long for a picture, in milliseconds. */
const patienceMs = 120_000;
/** What the server takes; a GIF may move, which a canvas would end. */
const taken = /^image\/(jpeg|png|webp|gif)$/;

/**
 * A picture as it is sent: at most `sentSide` pixels a side, upright. What needs no change, moves, or can't be read
 * here goes as it is: the server says what it thinks of it.
 */
export async function smaller(file: Blob, fit: typeof Fit): Promise<Blob> {
  const picture = file.type === "image/gif" ? undefined : await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const size = fit(picture, { width: sentSide, height: sentSide });
  const isRight = size.width === picture.width && size.height === picture.height;
  if (isRight && file.size < smallBytes && taken.test(file.type)) return file;
  const canvas = Object.assign(document.createElement("canvas"), size);
  const context = canvas.getContext("2d")!;
  // A JPEG knows no transparency; black would take its place.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
  return drawn && (!isRight || drawn.size < file.size || !taken.test(file.type)) ? drawn : file;
}

const refused = (code: ErrorCode): Result<never> => ({ ok: false, error: { code, message: "", retryable: true } });

/** Sends a file up, telling how much of it is gone, 0 to 1. Never rejects: no answer is `unavailable`. */
export function sendPicture(
  file: Blob,
  { url, token, onProgress }: { url: string; token: string | undefined; onProgress(done: number): void },
): Promise<Result<UploadReply>> {
  return new Promise((answer) => {
    // Of the two ways to ask, this one tells how far it got.
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set("file", file, "picture");
    request.open("POST", url);
    request.timeout = patienceMs;
    if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onloadend = () => {
      try {
        answer(JSON.parse(request.responseText) as Result<UploadReply>);
      } catch {
        answer(refused("unavailable"));
      }
    };
    request.send(form);
  });
}
