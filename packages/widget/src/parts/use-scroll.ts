import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Within this many pixels of the end, the reader is following and is taken along. */
const followWithin = 80;

export type Scroll = {
  box: RefObject<HTMLDivElement | null>;
  /** The reader looks at the end of the thread. */
  isAtEnd: boolean;
  onScroll(): void;
  toEnd(): void;
};

/**
 * Keeps the reader's place. At the end of the thread new messages are followed; anywhere else nothing
 * moves, also when older messages come in above. `first` and `last` name the thread's ends;
 * `isShown` says whether there is anything to measure.
 */
export function useScroll(first: string | undefined, last: string | undefined, isShown: boolean): Scroll {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  /** Distance from the end, as it was before the latest change. */
  const fromEnd = useRef(0);
  const known = useRef(first);

  const measure = () => {
    const { current } = box;
    if (!current?.clientHeight) return;
    fromEnd.current = current.scrollHeight - current.scrollTop;
    follows.current = fromEnd.current - current.clientHeight < followWithin;
    setAtEnd(follows.current);
  };
  const toEnd = () => {
    const { current } = box;
    if (!current) return;
    current.scrollTop = current.scrollHeight;
    measure();
  };

  useLayoutEffect(() => {
    const { current } = box;
    if (!current || !isShown) return;
    const hasOlder = known.current !== undefined && known.current !== first;
    known.current = first;
    if (follows.current) toEnd();
    else if (hasOlder) current.scrollTop = current.scrollHeight - fromEnd.current;
    measure();
  }, [first, last, isShown]);

  // The keyboard, a growing composer, a banner or a picture: whoever follows stays at the end.
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      if (follows.current) toEnd();
    });
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [isShown]);

  return { box, isAtEnd, onScroll: measure, toEnd };
}
