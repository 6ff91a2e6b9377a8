/** The largest a picture is shown in the thread, in rpx. */
const most = { width: 420, height: 520 };
/** The least, so that a strip can still be tapped. */
const least = 120;

/** What a picture is given whose size is not known yet. */
const unknown = { width: 320, height: 320 };

type Size = { width: number; height: number };

/** The room that a picture takes in the thread, in rpx; its own size is in pixels. */
export function pictureBox(picture: Size | undefined): Size {
  if (!picture) return unknown;
  const { width, height } = picture;
  const share = Math.min(most.width / width, most.height / height, 2);
  const fit = (side: number, limit: number) => Math.min(limit, Math.max(least, Math.round(side * share)));
  return { width: fit(width, most.width), height: fit(height, most.height) };
}
