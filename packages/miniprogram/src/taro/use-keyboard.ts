import Taro from "@tarojs/taro";
import { useEffect, useState } from "react";

/** The keyboard's height in CSS pixels; 0 while it is down. */
export function useKeyboard(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const follow = (now: { height: number }) => setHeight(now.height);
    Taro.onKeyboardHeightChange(follow);
    return () => Taro.offKeyboardHeightChange(follow);
  }, []);
  return height;
}
