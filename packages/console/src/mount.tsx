import { effect } from "@preact/signals";
import { type AgentSession, createAgentClient, type Transport } from "@yiwen/shared";
import { render } from "preact";
import { App } from "./app.tsx";
import type { KeepAnswer } from "./platform/answers.ts";
import type { AgentHttp } from "./platform/http.ts";
import type { ReadIntents } from "./platform/intents.ts";
import type { KnowledgeHttp } from "./platform/knowledge.ts";
import { createPage } from "./platform/page.ts";
import { createSound } from "./platform/sound.ts";
import { createStorage } from "./platform/storage.ts";
import { createSession } from "./session.ts";
import { startAlerts } from "./store/alerts.ts";
import { createDesk } from "./store/desk.ts";
import { startRowCards } from "./store/row-cards.ts";
import { createSettings } from "./store/settings.ts";
import "@yiwen/shared/tokens.css";
import "@yiwen/shared/pictures.css";
import "./styles/index.css";

/** Starts the console in an element, speaking through the given sockets and routes. */
export function mount(
  root: Element,
  world: {
    http: AgentHttp;
    readIntents: ReadIntents;
    keepAnswer: KeepAnswer;
    knowledgeHttp: KnowledgeHttp;
    transport(): Transport;
  },
): void {
  const page = createPage();
  const storage = createStorage("yiwen.console.");
  const settings = createSettings(storage, page);
  const sessions = createSession(world.http);
  const sound = createSound();

  const openDesk = (session: AgentSession) => {
    const client = createAgentClient({ transport: world.transport(), storage, token: sessions.token });
    // Two agents of one browser don't read each other's drafts.
    const own = createStorage(`yiwen.console.${session.shop.id}.${session.agent.id}.`);
    const desk = createDesk({
      session,
      client,
      readIntents: world.readIntents,
      keepAnswer: world.keepAnswer,
      knowledgeHttp: world.knowledgeHttp,
      page,
      storage: own,
      settings,
      signOut: sessions.signOut,
    });
    const stops = [startAlerts(desk, page, sound), startRowCards(desk)];
    const stopWatching = effect(() => {
      if (desk.state.value.connection === "refused") sessions.expire();
    });
    return {
      ...desk,
      stop: () => {
        for (const stop of stops) stop();
        stopWatching();
        desk.stop();
      },
    };
  };

  render(<App sessions={sessions} settings={settings} openDesk={openDesk} />, root);
  void sessions.resume();
}
