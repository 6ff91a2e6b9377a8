import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Pixels from the end that still count as reading along. */
const slack = 48;

/** What changes in a scrolled list: `first` when something was put in front, `last` when something was added. */
type Marks = { first: number | undefined; last: string };

/** Keeps the reader's place: at the end it follows what is new, elsewhere nothing moves under the eyes. */
export function useKeptPlace({ first, last }: Marks) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [hasNews, setNews] = useState(false);
  const before = useRef({ first, last, height: 0, room: 0, fromEnd: 0, isAtEnd: true });

  const note = () => {
    const el = box.current;
    if (!el) return;
    const fromEnd = el.scrollHeight - el.scrollTop;
    const atEnd = fromEnd - el.clientHeight <= slack;
    before.current = { ...before.current, height: el.scrollHeight, room: el.clientHeight, fromEnd, isAtEnd: atEnd };
    setAtEnd(atEnd);
    if (atEnd) setNews(false);
  };
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    note();
  };

  useLayoutEffect(() => {
    const el = box.current;
    const was = before.current;
    if (!el) return;
    before.current = { ...was, first, last };
    if (was.isAtEnd) return toEnd();
    if (was.first !== first) el.scrollTop = el.scrollHeight - was.fromEnd;
    else if (was.last !== last) setNews(true);
    note();
  }, [first, last]);

  useLayoutEffect(() => {
    const el = box.current;
    if (!el || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => before.current.isAtEnd && toEnd());
    observer.observe(el);
    if (el.firstElementChild) observer.observe(el.firstElementChild);
    return () => observer.disconnect();
  }, []);

  // The browser also scrolls by itself when something grows, the composer too; only a reader leaves the end.
  const onScroll = () => {
    const { isAtEnd: wasAtEnd, height, room } = before.current;
    const { scrollHeight = height, clientHeight = room } = box.current ?? {};
    if (wasAtEnd && (scrollHeight !== height || clientHeight !== room)) toEnd();
    else note();
  };

  return { box, isAtEnd, hasNews, onScroll, toEnd };
}
