import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type AgentClient, uploadPath } from "@yiwen/shared";
import { type ChosenPicture, createPictures, fit, type Pictures, showPicture } from "@yiwen/shared/browser";

/** Pictures on their way into conversations, each conversation's for itself, and where sent ones are read. */
export type PictureTray = {
  /** Staged in the composer, going up, or failed. */
  of(conversationId: string): ReadonlySignal<ChosenPicture[]>;
  /** Puts files that are pictures into the composer; answers whether there was one. */
  stage(conversationId: string, files: Iterable<File>): boolean;
  sendStaged(conversationId: string): void;
  retry(conversationId: string, key: string): void;
  discard(conversationId: string, key: string): void;
  /** Pictures that could not be sent up; one that failed again has another id. */
  failed: ReadonlySignal<{ id: string; conversationId: string }[]>;
  /** Where a picture may be read, best first: the page's own file, the server. */
  sources(uploadId: string): string[];
  /** Shows a picture over everything. */
  show(src: string, words: { alt: string; close: string }): void;
};

type Tray = { list: Signal<ChosenPicture[]>; pictures: Pictures };

/** Makes the tray; the browser's cookie says who sends. */
export function createPictureTray(client: Pick<AgentClient, "send">, publicKey: string): PictureTray {
  const trays = new Map<string, Tray>();
  const failed = signal<{ id: string; conversationId: string }[]>([]);
  const trayOf = (id: string): Tray => {
    const known = trays.get(id);
    if (known) return known;
    const list = signal<ChosenPicture[]>([]);
    const pictures = createPictures({
      fit,
      base: location.href,
      changed: (next) => {
        list.value = next;
        const now = next.filter(({ status }) => status === "failed");
        failed.value = [
          ...failed.value.filter(({ conversationId }) => conversationId !== id),
          ...now.map(({ key, at }) => ({ id: `${key}.${at}`, conversationId: id })),
        ];
      },
      sent: (uploadId) => client.send(id, { kind: "image", uploadId }),
    });
    const tray = { list, pictures };
    trays.set(id, tray);
    return tray;
  };
  return {
    of: (id) => trayOf(id).list,
    failed,
    stage(id, files) {
      const chosen = [...files].filter(({ type }) => type.startsWith("image/"));
      if (chosen.length > 0) trayOf(id).pictures.stage(chosen);
      return chosen.length > 0;
    },
    sendStaged: (id) => trayOf(id).pictures.sendStaged(),
    retry: (id, key) => void trayOf(id).pictures.retry(key),
    discard: (id, key) => void trayOf(id).pictures.discard(key),
    sources(uploadId) {
      const own = [...trays.values()].map(({ pictures }) => pictures.sourceOf(uploadId)).find(Boolean);
      return [...(own ? [own] : []), uploadPath(publicKey, uploadId)];
    },
    show: (src, words) => showPicture(document.body, src, words),
  };
}
