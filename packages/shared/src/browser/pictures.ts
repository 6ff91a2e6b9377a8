import type { ErrorCode } from "../errors.ts";
import type { ChosenPicture } from "./chosen-picture.ts";
import type { fit as Fit } from "./fit.ts";
import { sendPicture, smaller } from "./send-picture.ts";

/** Pictures that are no messages yet, and what is shown of those that became one on this page. */
export type Pictures = {
  readonly list: ChosenPicture[];
  /** The file behind an upload of this page: shown at once, without a word to the server. */
  sourceOf(uploadId: string): string | undefined;
  /** Puts files into the composer, as many as are sent at one time. */
  stage(files: File[]): void;
  /** Sends everything that is staged up, one after the other. */
  sendStaged(): void;
  /** Answers whether the key was one of these. */
  retry(key: string): boolean;
  discard(key: string): boolean;
};

type World = {
  /** Comes from outside, so that this part is fetched alone. */
  fit: typeof Fit;
  base: string;
  /** What to send as the bearer, with the refused one another; nothing where a cookie stands for who it is. */
  token?(refused?: string): Promise<{ token: string }>;
  changed(list: ChosenPicture[]): void;
  /** It is up: now it can be named in a message. */
  sent(uploadId: string): void;
};

/** As many as are sent at one time. */
const most = 9;

/** Makes the list of pictures under way. */
export function createPictures({ fit, base, token, changed, sent }: World): Pictures {
  let list: ChosenPicture[] = [];
  let made = 0;
  let queue = Promise.resolve();
  const sources = new Map<string, string>();

  const put = (next: ChosenPicture[]) => {
    list = next;
    changed(list);
  };
  const change = (key: string, to: Partial<ChosenPicture>) =>
    put(list.map((picture) => (picture.key === key ? { ...picture, ...to } : picture)));
  const has = (key: string) => list.some((picture) => picture.key === key);

  async function send({ key, file, src }: ChosenPicture): Promise<void> {
    if (!has(key)) return;
    const fail = (code: ErrorCode) => change(key, { status: "failed", error: { code } });
    try {
      // First, as somebody else may have come by the time it is made smaller.
      const own = (await token?.())?.token;
      const bytes = await smaller(file, fit);
      const url = new URL("/v1/uploads", base).href;
      const onProgress = (progress: number) => change(key, { progress });
      let result = await sendPicture(bytes, { url, token: own, onProgress });
      if (token && has(key) && !result.ok && /^(token_expired|unauthorized)$/.test(result.error.code))
        result = await sendPicture(bytes, { url, token: (await token(own)).token, onProgress });
      if (!result.ok) return fail(result.error.code);
      // Taken back while it was on its way.
      if (!has(key)) return;
      sources.set(result.data.uploadId, src);
      put(list.filter((picture) => picture.key !== key));
      sent(result.data.uploadId);
    } catch {
      fail("unavailable");
    }
  }
  const go = (keys: string[]) => {
    put(
      list.map((picture) =>
        keys.includes(picture.key)
          ? { ...picture, status: "sending", at: Date.now(), progress: 0, error: undefined }
          : picture,
      ),
    );
    for (const picture of list) if (keys.includes(picture.key)) queue = queue.then(() => send(picture));
  };

  return {
    get list() {
      return list;
    },
    sourceOf: (uploadId) => sources.get(uploadId),
    stage(files) {
      const room = most - list.filter(({ status }) => status === "staged").length;
      const chosen = files.slice(0, room);
      const staged = chosen.map((file) => chosenFrom(`picture-${++made}`, file));
      put([...list, ...staged]);
    },
    sendStaged: () => go(list.filter(({ status }) => status === "staged").map(({ key }) => key)),
    retry(key) {
      if (has(key)) go([key]);
      return has(key);
    },
    discard(key) {
      const gone = list.find((picture) => picture.key === key);
      if (!gone) return false;
      URL.revokeObjectURL(gone.src);
      put(list.filter((picture) => picture !== gone));
      return true;
    },
  };
}

function chosenFrom(key: string, file: Blob): ChosenPicture {
  return { key, file, src: URL.createObjectURL(file), status: "staged", at: 0, progress: 0 };
}
