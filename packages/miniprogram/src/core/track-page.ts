import { getYiwen } from "./instance.ts";

/** A page's instance, as far as it is looked at. */
type PageInstance = { route?: string };
type Method = (this: PageInstance, ...args: unknown[]) => unknown;

export type TrackPageOptions = {
  /** The product that the page shows, from the query it was opened with. */
  productId?(query: Record<string, string | undefined>): string | undefined;
};

/** Which product each page shows, and what to call when it is out of sight. */
const visits = new WeakMap<PageInstance, { productId?: string; leave?: () => void }>();

/**
 * Makes a native page tell what is seen of it: `Page(trackPage({ … }))`. Its own methods run as they would without,
 * and nothing is told while there is no instance.
 */
export function trackPage<P extends object>(page: P, options: TrackPageOptions = {}): P {
  const methods = page as Record<string, Method | undefined>;
  const first = (name: string, note: (page: PageInstance, query: unknown) => void): Method =>
    function (...args) {
      try {
        note(this, args[0]);
      } catch {
        // A page must not break over what is noted about it.
      }
      return methods[name]?.apply(this, args);
    };
  const leave = (page: PageInstance) => visits.get(page)?.leave?.();
  return {
    ...page,
    onLoad: first("onLoad", (page, query) => {
      visits.set(page, { productId: options.productId?.((query ?? {}) as Record<string, string>) });
    }),
    onShow: first("onShow", (page) => {
      const { productId } = visits.get(page) ?? {};
      const end = getYiwen()?.behaviour.visit(page.route ?? "", productId ? { productId } : {});
      visits.set(page, { productId, leave: end });
    }),
    onHide: first("onHide", leave),
    onUnload: first("onUnload", leave),
    // WeChat offers sharing on pages that have this method, so it is not there unless the page has it.
    ...(methods.onShareAppMessage && {
      onShareAppMessage: first("onShareAppMessage", (page) => {
        const { productId } = visits.get(page) ?? {};
        getYiwen()?.behaviour.share({ path: page.route ?? "", ...(productId && { productId }) });
      }),
    }),
  };
}
