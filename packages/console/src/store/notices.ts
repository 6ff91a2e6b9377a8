import { type ReadonlySignal, signal } from "@preact/signals";
import type { ErrorBody } from "@yiwen/shared";

/** Something to tell the agent once, in passing. */
export type Notice = { id: number } & (
  | { kind: "queued" | "received"; conversationId: string; name: string }
  | { kind: "refused"; error: ErrorBody; conversationId?: string }
  | { kind: "said"; what: "noneWaiting" | "returned" | "closed" | "kept" | "forgotten" }
  | { kind: "transferred"; name: string }
  | { kind: "corrected"; intent: string }
);

export type NoticeBody = Notice extends infer N ? (N extends Notice ? Omit<N, "id"> : never) : never;

export type Notices = {
  list: ReadonlySignal<Notice[]>;
  add(notice: NoticeBody): void;
  dismiss(id: number): void;
};

const shownMs = 6000;
const most = 3;

/** Notices that leave by themselves; only the latest few are kept. */
export function createNotices(after: (ms: number, run: () => void) => void): Notices {
  const list = signal<Notice[]>([]);
  let next = 1;
  const dismiss = (id: number) => {
    list.value = list.value.filter((notice) => notice.id !== id);
  };
  return {
    list,
    dismiss,
    add(body) {
      const id = next++;
      list.value = [...list.value, { ...body, id } as Notice].slice(-most);
      after(shownMs, () => dismiss(id));
    },
  };
}
