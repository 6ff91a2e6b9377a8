import { useEffect, useRef } from "preact/hooks";
import { actionView } from "../actions/action-view.ts";
import { actions } from "../actions/index.ts";
import { actionFor } from "../actions/shortcut.ts";
import { Banner } from "../parts/banner.tsx";
import { useDesk } from "../parts/desk-context.ts";
import { Dialogs } from "../parts/dialogs.tsx";
import { Notices } from "../parts/notices.tsx";
import { Queue } from "../parts/queue.tsx";
import { Shopper } from "../parts/shopper.tsx";
import { Thread } from "../parts/thread.tsx";
import { createTypingWatch } from "../platform/typing-watch.ts";
import type { Desk } from "../store/desk.ts";
import { Knowledge } from "./knowledge.tsx";

/** The working screen: queue, thread and shopper side by side, what does not fit as a drawer; or what the bot knows. */
export function Inbox() {
  const desk = useDesk();
  useShortcuts(desk);
  const { screen, selected, settings, isDrawerOpen } = desk;
  const classes = [
    "desk",
    selected.value && "desk--selected",
    settings.showsDetails.value && "desk--details",
    isDrawerOpen.value && "desk--drawer",
  ];
  return (
    <div class={classes.filter(Boolean).join(" ")}>
      <header class="visually-hidden">
        <h1>{settings.t.value.product}</h1>
      </header>
      <Banner />
      {screen.value === "knowledge" ? (
        <Knowledge />
      ) : (
        <main class="desk__panes">
          <Queue />
          <Thread />
          {selected.value && <Shopper />}
        </main>
      )}
      <Notices />
      <Dialogs />
    </div>
  );
}

/** Runs the action that a key stands for, unless a dialog or menu has the keyboard. */
function useShortcuts(desk: Desk): void {
  const current = useRef(desk);
  current.current = desk;
  useEffect(() => {
    const watch = createTypingWatch();
    const press = (event: KeyboardEvent) => {
      const isTyping = watch(event);
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || current.current.dialog.value || target.closest?.("dialog, [role=menu]")) return;
      const action = actionFor(event, isTyping, actions);
      if (!action?.allowed(actionView(current.current))) return;
      event.preventDefault();
      action.run(current.current);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
