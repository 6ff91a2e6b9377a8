import type { Action } from "./action.ts";

/** Puts the cursor in the search. */
export const search: Action = {
  name: "search",
  icon: "search",
  keys: ["/", "Mod+k"],
  place: "keys",
  allowed: ({ screen }) => screen === "inbox",
  run: (desk) => {
    desk.focus.search.value = true;
  },
};

/** Shows or hides shopper and product: the panel where there is room, the drawer where there is not. */
export const details: Action = {
  name: "details",
  icon: "panel",
  keys: ["d"],
  place: "keys",
  allowed: ({ floor }) => floor !== undefined,
  run: (desk) => {
    if (desk.page.isWide()) desk.settings.showsDetails.value = !desk.settings.showsDetails.value;
    else desk.isDrawerOpen.value = !desk.isDrawerOpen.value;
  },
};

/** Shows what the bot understood in full, or as one line. */
export const insights: Action = {
  name: "insights",
  icon: "spark",
  keys: ["i"],
  place: "menu",
  allowed: () => true,
  run: ({ settings }) => {
    settings.showsInsights.value = !settings.showsInsights.value;
  },
};

/** Opens the list of ready-made replies. */
export const quickReplies: Action = {
  name: "quickReplies",
  icon: "bolt",
  place: "menu",
  allowed: () => true,
  run: (desk) => {
    desk.dialog.value = "quickReplies";
  },
};

/** Turns sounds on or off. */
export const sound: Action = {
  name: "sound",
  icon: "sound",
  keys: ["s"],
  place: "menu",
  allowed: () => true,
  run: ({ settings }) => {
    settings.isMuted.value = !settings.isMuted.value;
  },
};

/** Shows every shortcut. */
export const shortcuts: Action = {
  name: "shortcuts",
  icon: "keyboard",
  keys: ["?"],
  place: "menu",
  allowed: () => true,
  run: (desk) => {
    desk.dialog.value = "shortcuts";
  },
};

/** Leaves a screen for the inbox, or the conversation: back to the list on a phone, nothing selected elsewhere. */
export const leave: Action = {
  name: "leave",
  icon: "back",
  keys: ["Escape"],
  place: "keys",
  allowed: ({ floor, screen }) => floor !== undefined || screen !== "inbox",
  run: (desk) => {
    if (desk.screen.value !== "inbox") desk.showScreen("inbox");
    else if (desk.isDrawerOpen.value) desk.isDrawerOpen.value = false;
    else desk.select(undefined);
  },
};
