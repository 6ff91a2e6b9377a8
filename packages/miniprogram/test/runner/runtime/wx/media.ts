import { bridge, fromBase64 } from "../bridge.ts";
import { fileAt, keepFile, sizeOf } from "../files.ts";
import { requirePrivacy } from "../privacy.ts";
import type { Answer } from "./answer.ts";

/** Pictures: from the album that the test gave, made smaller, measured, looked at. */
export function createMedia(answer: Answer) {
  const choose = async (count: number) => {
    const { album } = await bridge.weappPerson();
    if (album.length === 0) throw new Error("cancel");
    const files = album.slice(0, count).map(({ base64, mime }) => {
      const blob = new Blob([fromBase64(base64)], { type: mime });
      return { path: keepFile(blob, mime.split("/")[1]), size: blob.size };
    });
    return Promise.all(files.map(async (file) => ({ ...file, ...(await sizeOf(file.path)) })));
  };
  return {
    chooseMedia: answer("chooseMedia", async ({ count = 9 }) => {
      await requirePrivacy("chooseMedia");
      const files = await choose(Number(count));
      return {
        type: "image",
        tempFiles: files.map(({ path, size, width, height }) => ({
          tempFilePath: path,
          size,
          width,
          height,
          fileType: "image",
        })),
      };
    }),
    chooseImage: answer("chooseImage", async ({ count = 9 }) => {
      await requirePrivacy("chooseImage");
      const files = await choose(Number(count));
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, size }) => ({ path, size })),
      };
    }),
    compressImage: answer("compressImage", async ({ src, quality = 80, compressedWidth, compressedHeight }) => {
      const bitmap = await createImageBitmap(fileAt(String(src)));
      const scale = Math.min(
        compressedWidth ? Number(compressedWidth) / bitmap.width : 1,
        compressedHeight ? Number(compressedHeight) / bitmap.height : 1,
      );
      const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: Number(quality) / 100 });
      return { tempFilePath: keepFile(blob) };
    }),
    getImageInfo: answer("getImageInfo", async ({ src }) => ({
      ...(await sizeOf(String(src))),
      path: src,
      orientation: "up",
      type: fileAt(String(src)).type.split("/")[1],
    })),
    getFileInfo: answer("getFileInfo", ({ filePath }) => ({ size: fileAt(String(filePath)).size })),
    getFileSystemManager: () => ({
      getFileInfo: answer("getFileInfo", ({ filePath }) => ({ size: fileAt(String(filePath)).size })),
      statSync: (path: string) => ({ size: fileAt(path).size, isFile: () => true, isDirectory: () => false }),
    }),
    previewImage: answer("previewImage", () => ({})),
    previewMedia: answer("previewMedia", () => ({})),
  };
}
