export type { Chat, ChatState, ChosenPicture, PictureUpload } from "./chat.ts";
export { ChatPage } from "./chat-page.tsx";
export { ConsultButton } from "./consult-button.tsx";
export type { ChatLook, SetUp } from "./settings.ts";
export { adoptYiwen, currentSettings, setUpYiwen, setYiwenLocale } from "./settings.ts";
export { UnreadBadge } from "./unread-badge.tsx";
export { useBehaviour } from "./use-behaviour.ts";
export { useChat } from "./use-chat.ts";
export { useUnread } from "./use-unread.ts";
