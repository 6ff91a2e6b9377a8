import { uploadPath } from "@yiwen/shared";
import { type ChosenPicture, fit, type Pictures } from "@yiwen/shared/browser";

/** What the chat can do with pictures, before and after the part that does it was fetched. */
export type PictureDesk = {
  /** Puts files that are pictures into the composer; answers whether there was one. */
  stage(files: Iterable<File>): boolean;
  /** Where a picture may be read, best first. */
  pictureSources(uploadId: string): (string | undefined)[];
  /** Shows a picture as large as it fits. */
  showPicture(src: string): void;
};

type World = {
  root: ShadowRoot;
  shop: string;
  base: string;
  words(): { alt: string; close: string };
  token(refused?: string): Promise<{ token: string }>;
  changed(list: ChosenPicture[]): void;
  /** It is up: now it can be named in a message. */
  sent(uploadId: string): void;
  /** The part can't be fetched. */
  failed(): void;
};

/** Makes the desk. Sending and showing in full come in a part of their own, fetched the first time. */
export function createPictureDesk(world: World): PictureDesk & { pictures?: Pictures } {
  const { root, base } = world;
  const fetched = async (act: (part: typeof import("../pictures/index.ts"), pictures: Pictures) => void) => {
    try {
      const part = await import("../pictures/index.ts");
      if (!desk.pictures) part.dress(root);
      desk.pictures ??= part.createPictures({ ...world, fit });
      act(part, desk.pictures);
    } catch {
      world.failed();
    }
  };
  const desk: PictureDesk & { pictures?: Pictures } = {
    stage(files) {
      const chosen = [...files].filter(({ type }) => type.startsWith("image/"));
      if (chosen[0]) void fetched((_, pictures) => pictures.stage(chosen));
      return chosen.length > 0;
    },
    pictureSources: (uploadId) => [
      desk.pictures?.sourceOf(uploadId),
      new URL(uploadPath(world.shop, uploadId), base).href,
    ],
    showPicture: (src) => void fetched(({ showPicture }) => showPicture(root, src, world.words())),
  };
  return desk;
}
