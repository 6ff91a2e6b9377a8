import type { BaseEventOrig, ScrollViewProps } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { measureThread } from "./measure.ts";

/** Within this many CSS pixels of the end the reader is following and is taken along. */
const followWithin = 80;
/** Within this many CSS pixels of the last mounted line the next ones are fetched. */
const fetchWithin = 600;
/** CSS pixels by which a scroll position may wander by itself. */
const jitter = 4;
/** Further down than any thread; WeChat stops at the end. */
const farDown = 10_000_000;

export type Scroll = {
  isAtEnd: boolean;
  /** What the scroll view is told; it changes at every call, because WeChat ignores what it was told already. */
  scrollTop: number | undefined;
  toEnd(): void;
  onScroll(event: BaseEventOrig<ScrollViewProps.onScrollDetail>): void;
};

/** CSS pixels of put-away lines above and below what is mounted. */
type Gaps = { above: number; below: number };

type Options = {
  gaps: Gaps;
  nearTop(): void;
  nearBottom(): void;
  /** Changes when something comes in at the end, or what is in sight changes its height. */
  end: string;
};

/** Follows the end of the thread while the reader is there, and leaves them alone anywhere else. */
export function useScroll({ gaps, nearTop, nearBottom, end }: Options): Scroll {
  const [isAtEnd, setAtEnd] = useState(true);
  const [scrollTop, setScrollTop] = useState<number>();
  const inSight = useRef(0);
  const top = useRef(0);
  const toEnd = () => {
    setAtEnd(true);
    // Counted up, because two calls in one go must not come back to what WeChat was told before.
    setScrollTop((before = farDown) => before + 1);
  };
  useEffect(() => {
    if (isAtEnd) toEnd();
    void measureThread().then((height) => {
      inSight.current = height;
    });
  }, [end]);
  return {
    isAtEnd,
    scrollTop,
    toEnd,
    onScroll({ detail }) {
      const below = detail.scrollHeight - detail.scrollTop - inSight.current;
      // What comes in below moves the end away, not the reader; only who scrolls up leaves it.
      if (below < followWithin) setAtEnd(true);
      else if (detail.scrollTop < top.current - jitter) setAtEnd(false);
      top.current = detail.scrollTop;
      if (detail.scrollTop - gaps.above < fetchWithin) nearTop();
      else if (below - gaps.below < fetchWithin) nearBottom();
    },
  };
}
