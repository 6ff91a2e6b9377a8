import { normalise, readable } from "../nlu/normalise.ts";

/** Words that take the wish for a human back, whatever stands beside them. */
const ofTheQueue =
  /(?:不用|不要|不想要?|不需要|无需|不必|先不|别)(?:再|给我|帮我)?(?:转|找|接|叫|等)*(?:了)?(?:人工|真人|客服)(?:客服|服务)?了?|(?<!不要?|别)(?:取消|退出|结束|不)(?:转接?|等)?(?:人工|客服)?(?:排队|转接|转人工|等待)了?|(?:我)?不(?:想)?(?:排队?|等)了|\b(?:cancel|leave|stop|exit) (?:the |my )?(?:queue|queuing|waiting|wait|hand-?off|transfer)\b|\b(?:i )?(?:don'?t|no longer|no need to|needn'?t) (?:need|want|wait for|talk to|speak to|for)?\s*(?:an? |the |any )?(?:human|agent|person|someone|representative)(?: any ?more| now)?\b|\bback to the (?:bot|robot)\b/;

/** Words by which one drops it; they say so only where they are a whole clause at the beginning. */
const dropped =
  /^(?:(?:那|哦|噢|嗯|额|唉|ok(?:ay)?|oh|ah|no|actually)[\s,，。.!！]*)*(?:(?:算了|不用了|不必了|没事了|不需要了|当我没说|never\s?mind|nvm|forget (?:it|about it)|no need(?: any ?more)?|i'm fine now)(?:吧|哈|啊|了)?(?:[\s,，。.!！~～;；]+|$|(?=算了|不用了|没事了|谢谢?|thanks?|thank you)))+/;

const courtesy = /^(?:谢谢?(?:你|您|啦|了)?|多谢|好的?|thanks?(?: you)?|thank you|ok(?:ay)?|bye|拜拜|再见)$/;
/** Who still speaks of a human or of waiting has not given it up. */
const waits = /人工|真人|客服|等|\b(?:human|agent|person|someone|representative|manager|wait)\b/;
const joins = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * Whether a shopper who waits for a human wants none any more, and what else the message says: "" where that is all.
 * Undefined where it is not clear: a shopper who tells their case to the human keeps their place.
 */
export function withdrawn(raw: string): string | undefined {
  const text = normalise(readable(raw));
  const found = ofTheQueue.test(text) || dropped.test(text);
  if (!found) return undefined;
  const rest = text.replace(dropped, "").replace(ofTheQueue, " ").replace(joins, "").replace(dropped, "").trim();
  if (waits.test(rest)) return undefined;
  return courtesy.test(rest) ? "" : rest;
}
