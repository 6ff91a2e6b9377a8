import { Button, Textarea, View } from "@tarojs/components";
import type { Summary } from "@yiwen/miniprogram";
import { limits } from "@yiwen/miniprogram/view";
import { useEffect, useRef, useState } from "react";
import { useChatPage } from "../chat-context.ts";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./icon.tsx";

/** After closing: one question, and the way to a new conversation. */
export function Rating({ summary }: { summary: Summary }) {
  const { rating } = useLanguage().texts;
  const { chat } = useChatPage();
  return (
    <View className="yw-closing">
      {summary.rating ? <View className="yw-thanks">{rating.thanks}</View> : <RatingForm />}
      <Button
        className={`yw-button ${summary.rating ? "yw-main" : "yw-plain"} yw-fresh`}
        onClick={() => chat.open({ fresh: true })}
      >
        {rating.fresh}
      </Button>
    </View>
  );
}

function RatingForm() {
  const { rating } = useLanguage().texts;
  const { chat, footGrew } = useChatPage();
  const [score, setScore] = useState(0);
  const comment = useRef("");
  const isScored = score > 0;
  useEffect(() => {
    if (isScored) footGrew();
  }, [isScored]);
  return (
    <View>
      <View className="yw-strong">{rating.question}</View>
      <View className="yw-stars">
        {rating.scores.map((label, index) => (
          <View
            key={label}
            className={`yw-star${index < score ? " yw-is-on" : ""}`}
            ariaLabel={label}
            ariaRole="button"
            onClick={() => setScore(index + 1)}
          >
            <Icon name="star" />
          </View>
        ))}
      </View>
      <View className="yw-score">{rating.scores[score - 1] ?? ""}</View>
      {isScored && (
        <View>
          <Textarea
            className="yw-comment"
            placeholder={rating.comment}
            maxlength={limits.commentLength}
            cursorSpacing={80}
            onInput={(event) => {
              comment.current = event.detail.value;
            }}
          />
          <Button
            className="yw-button yw-main yw-give"
            onClick={() => chat.rate(score, comment.current.trim() || undefined)}
          >
            {rating.give}
          </Button>
        </View>
      )}
    </View>
  );
}
