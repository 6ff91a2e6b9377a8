import type { ThreadState } from "@yiwen/miniprogram";
import { aboutToSpeak, answerExpectedMs } from "@yiwen/miniprogram/view";
import { useEffect, useState } from "react";

/** Who is about to speak; looks again when an expected answer is overdue. */
export function useSpeaker(thread: ThreadState): ReturnType<typeof aboutToSpeak> {
  const [, setChecked] = useState(0);
  const isExpected = aboutToSpeak(thread, Date.now()) !== undefined;
  useEffect(() => {
    if (!isExpected) return undefined;
    const timer = setTimeout(() => setChecked(Date.now()), answerExpectedMs);
    return () => clearTimeout(timer);
  }, [isExpected, thread.view.seq]);
  return aboutToSpeak(thread, Date.now());
}
