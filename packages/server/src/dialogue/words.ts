import type { Choice, Content, Language } from "@yiwen/shared";

type Both<T> = Record<Language, T>;

const text = (words: string): Content => ({ kind: "text", text: words });

const backToBot: Both<Choice> = {
  zh: { label: "继续问机器人", action: { do: "cancelHandoff" } },
  en: { label: "Back to the bot", action: { do: "cancelHandoff" } },
};

/** The choice that asks for a person. */
export const humanChoice: Both<Choice> = {
  zh: { label: "转人工", action: { do: "requestHandoff" } },
  en: { label: "Talk to a person", action: { do: "requestHandoff" } },
};

/** A time as the shop's clock shows it; UTC where the time zone is unknown to this machine. */
function clock(at: number, language: Language, timeZone: string): string {
  const locale = language === "zh" ? "zh-CN" : "en";
  const format = {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(at);
  } catch {
    return `${new Intl.DateTimeFormat(locale, { ...format, timeZone: "UTC" }).format(at)} UTC`;
  }
}

const regret: Both<string> = {
  zh: "很抱歉给您带来了不好的体验。",
  en: "I'm sorry this has been such a bad experience. ",
};

/** Whether somebody is there to answer; `opensAt`, in epoch milliseconds, where it is known when. */
export type Presence = { staffed: boolean; opensAt?: number; timeZone: string };

/** When the shop is back, as a part of a sentence; empty where that isn't known. */
function backAt(language: Language, { opensAt, timeZone }: Presence): string {
  if (opensAt === undefined) return "";
  const at = clock(opensAt, language, timeZone);
  return language === "zh" ? `，${at}开始上班` : `; we are back ${at}`;
}

/** Said when a conversation goes to a human, with regret to who is upset. */
export function handoffWords(language: Language, presence: Presence & { isUpset?: boolean }): Content {
  const { staffed, isUpset } = presence;
  const zh = staffed
    ? "正在为您转接人工客服，请稍等。之前说过的内容客服都能看到，不用再重复。"
    : `现在没有人工客服在线${backAt("zh", presence)}。您可以直接把问题写在这里，留言会保留在客服的待办里，客服上线后就会看到。`;
  const en = staffed
    ? "I'm connecting you to a person. They can see everything we've said, so you won't have to repeat it."
    : `Nobody is here to answer right now${backAt("en", presence)}. Please write your message here: it will be waiting in our inbox when someone comes online.`;
  const words = (isUpset ? regret[language] : "") + (language === "zh" ? zh : en);
  return { kind: "choices", text: words, choices: [backToBot[language]] };
}

/** Said when nobody took the conversation in time: nobody who is not there is said to be busy. */
export function timedOutWords(language: Language, presence: Presence): Content {
  const away = {
    zh: `抱歉让您久等了，现在没有人工客服在线${backAt("zh", presence)}。您的对话保留在客服的待办里，客服上线后就会回复；您也可以先把情况写清楚，或者继续问我。`,
    en: `Sorry for the wait: nobody is here right now${backAt("en", presence)}. Your conversation stays in our inbox and will be answered when someone comes online. You can add details now, or keep asking me.`,
  };
  const busy = {
    zh: "抱歉让您久等了，客服暂时都在忙。您的对话还保留在客服的待办里，有人空下来就会回复；您也可以先把情况写清楚，或者继续问我。",
    en: "Sorry for the wait: everyone is still busy. Your conversation stays in our inbox and someone will answer as soon as they can. You can add details now, or keep asking me.",
  };
  return { kind: "choices", text: (presence.staffed ? busy : away)[language], choices: [backToBot[language]] };
}

/** Said when the shopper stops waiting for a human. */
export function cancelledWords(language: Language): Content {
  return text(
    language === "zh"
      ? "好的，已取消排队，我继续为您服务。"
      : "All right, you're out of the queue. What else can I do for you?",
  );
}

/** Said when an agent gives the conversation back. */
export function returnedWords(language: Language): Content {
  return text(
    language === "zh"
      ? "人工客服已结束这次服务，接下来由我继续为您解答。需要人工时随时说“转人工”。"
      : 'Our colleague has handed the chat back to me. If you need a person again, just say "talk to a human".',
  );
}

/** Said when an agent stays silent and the conversation goes back to the queue. */
export function agentSilentWords(language: Language): Content {
  const words = {
    zh: "抱歉，刚才的客服没能及时回复，正在为您重新安排，请稍等。",
    en: "Sorry, our colleague hasn't been able to reply. I'm finding someone else for you.",
  };
  return { kind: "choices", text: words[language], choices: [backToBot[language]] };
}
