const files = new Map<string, { blob: Blob; url: string }>();

/** Keeps a file under a path such as WeChat gives to chosen pictures. */
export function keepFile(blob: Blob, ending = "jpg"): string {
  const path = `wxfile://tmp_${files.size + 1}.${ending}`;
  files.set(path, { blob, url: URL.createObjectURL(blob) });
  return path;
}

/** A kept file; throws as WeChat fails. */
export function fileAt(path: string): Blob {
  const file = files.get(path);
  if (!file) throw new Error(`no such file or directory "${path}"`);
  return file.blob;
}

/** Where the browser finds a picture: of the web, of the phone, or of the mini-program's package. */
export function urlOfFile(path: string): string {
  if (path.startsWith("wxfile://")) return files.get(path)?.url ?? "";
  if (path.startsWith("data:")) return path;
  // Like WeChat's own, the phone's pictures know no origins.
  if (/^https?:/.test(path)) return `/picture?url=${encodeURIComponent(path)}`;
  return `/dist/${path.replace(/^\//, "")}`;
}

/** Width and height of a kept picture. */
export async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(fileAt(path));
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}
