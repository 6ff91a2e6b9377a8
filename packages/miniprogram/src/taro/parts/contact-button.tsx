import { Button } from "@tarojs/components";
import { useLanguage } from "../use-language.ts";

/** WeChat's own customer service, for when ours can't be reached. */
export function ContactButton() {
  const { texts } = useLanguage();
  return (
    <Button className="yw-button yw-soft yw-contact" openType="contact">
      {texts.contact}
    </Button>
  );
}
