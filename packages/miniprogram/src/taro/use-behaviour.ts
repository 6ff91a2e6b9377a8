import { useDidHide, useDidShow, useRouter, useUnload } from "@tarojs/taro";
import { useRef } from "react";
import { currentSettings } from "./settings.ts";

/**
 * Notes that this page was seen, with the product it shows if it shows one, and for how long: what agents see of a
 * shopper's way here. Never waits and never fails.
 */
export function useBehaviour(more: { productId?: string; title?: string } = {}): void {
  const { path } = useRouter();
  const leave = useRef<() => void>(() => {});
  useDidShow(() => {
    const behaviour = currentSettings()?.yiwen.behaviour;
    if (behaviour) leave.current = behaviour.visit(path, more);
  });
  const left = () => {
    leave.current();
    leave.current = () => {};
  };
  useDidHide(left);
  useUnload(left);
}
