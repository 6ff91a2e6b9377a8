import { Button } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { chatUrl } from "@yiwen/miniprogram/view";
import type { ReactNode } from "react";
import { chatPagePath } from "./settings.ts";
import { useLanguage } from "./use-language.ts";
import "./styles/buttons.css";

type Props = {
  productId?: string;
  orderId?: string;
  className?: string;
  /** What the button says, where it is not ours. */
  children?: ReactNode;
};

/** One tap from a product or an order to a conversation that knows it. */
export function ConsultButton({ productId, orderId, className = "", children }: Props) {
  const { texts } = useLanguage();
  const open = () => void Taro.navigateTo({ url: chatUrl(chatPagePath(), { productId, orderId }) });
  return (
    <Button className={`yw-consult-button ${className}`} onClick={open}>
      {children ?? texts.consultNow}
    </Button>
  );
}
