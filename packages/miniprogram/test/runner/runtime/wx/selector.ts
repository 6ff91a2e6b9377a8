type Ask = { find: () => Element[]; isAll: boolean; read(element: Element): object; done?: (value: unknown) => void };

/** `wx.createSelectorQuery` over the page that is shown. */
export function createSelectorQuery(root: () => Element | undefined) {
  const asks: Ask[] = [];
  const select = (find: () => Element[], isAll: boolean) => {
    const ask = (read: Ask["read"]) => (done?: (value: unknown) => void) => {
      asks.push({ find, isAll, read, ...(done && { done }) });
      return query;
    };
    return {
      boundingClientRect: ask(rectOf),
      scrollOffset: ask(scrollOf),
      fields: (
        wanted: { rect?: boolean; size?: boolean; scrollOffset?: boolean; id?: boolean },
        done?: (value: unknown) => void,
      ) =>
        ask((element) => ({
          ...(wanted.id && { id: element.id }),
          ...((wanted.rect || wanted.size) && rectOf(element)),
          ...(wanted.scrollOffset && scrollOf(element)),
        }))(done),
      node: ask((element) => ({ node: scrollContext(element) })),
    };
  };
  const within = (selector: string) => [...(root()?.querySelectorAll(selector) ?? [])];
  const query = {
    in: () => query,
    select: (selector: string) => select(() => within(selector).slice(0, 1), false),
    selectAll: (selector: string) => select(() => within(selector), true),
    selectViewport: () => select(() => [root()].filter((element) => element !== undefined), false),
    exec(done?: (values: unknown[]) => void) {
      requestAnimationFrame(() => {
        const values = asks.map(({ find, isAll, read, done: each }) => {
          const found = find().map(read);
          const value = isAll ? found : (found[0] ?? null);
          each?.(value);
          return value;
        });
        done?.(values);
      });
      return query;
    },
  };
  return query;
}

function rectOf(element: Element) {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  return { id: element.id, dataset: {}, left, right, top, bottom, width, height };
}

function scrollOf({ id, scrollLeft, scrollTop, scrollWidth, scrollHeight }: Element) {
  return { id, dataset: {}, scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

/** WeChat's `ScrollViewContext`, as far as pages use it. */
function scrollContext(element: Element) {
  return {
    scrollTo({ top, left, animated }: { top?: number; left?: number; animated?: boolean }) {
      element.scrollTo({
        ...(top !== undefined && { top }),
        ...(left !== undefined && { left }),
        behavior: animated ? "smooth" : "instant",
      });
    },
    scrollIntoView: (selector: string) => element.querySelector(selector)?.scrollIntoView(),
  };
}
