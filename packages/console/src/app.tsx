import type { AgentSession } from "@yiwen/shared";
import { useEffect, useState } from "preact/hooks";
import { Inbox } from "./pages/inbox.tsx";
import { SignIn } from "./pages/sign-in.tsx";
import { DeskContext } from "./parts/desk-context.ts";
import { Starting } from "./parts/starting.tsx";
import type { SessionStore } from "./session.ts";
import type { Desk } from "./store/desk.ts";
import type { Settings } from "./store/settings.ts";

export type AppProps = {
  sessions: SessionStore;
  settings: Settings;
  /** Makes and connects a desk; called once for each sign-in. */
  openDesk(session: AgentSession): Desk;
};

/** Which page: sign in, or the inbox of who is signed in. */
export function App({ sessions, settings, openDesk }: AppProps) {
  const state = sessions.state.value;
  switch (state.step) {
    case "starting":
      return <Starting settings={settings} />;
    case "failed":
      return <Starting settings={settings} retry={() => void sessions.resume()} />;
    case "signedOut":
      return <SignIn sessions={sessions} settings={settings} isExpired={state.isExpired} />;
    case "signedIn":
      return <AtDesk key={state.session.agent.id} session={state.session} openDesk={openDesk} />;
  }
}

function AtDesk({ session, openDesk }: { session: AgentSession; openDesk(session: AgentSession): Desk }) {
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => {
    const opened = openDesk(session);
    setDesk(opened);
    return () => opened.stop();
  }, [session, openDesk]);
  return (
    desk && (
      <DeskContext.Provider value={desk}>
        <Inbox />
      </DeskContext.Provider>
    )
  );
}
