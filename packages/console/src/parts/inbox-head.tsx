import type { PresenceStatus } from "@yiwen/shared";
import { Avatar } from "./avatar.tsx";
import { useDesk } from "./desk-context.ts";
import { Logo } from "./logo.tsx";
import { Menu } from "./menu.tsx";
import { MenuItem } from "./menu-item.tsx";
import { SettingsMenu } from "./settings-menu.tsx";
import { SoundButton } from "./sound-button.tsx";

const statuses: PresenceStatus[] = ["online", "away", "offline"];

/** The shop, the agent and their status, sound and settings. */
export function InboxHead() {
  const desk = useDesk();
  return (
    <header class="inbox-head">
      <Logo size={24} />
      <span class="inbox-head__shop">{desk.shop.name}</span>
      <SoundButton />
      <SettingsMenu />
      <PresenceMenu />
    </header>
  );
}

function PresenceMenu() {
  const { settings, me, state } = useDesk();
  const t = settings.t.value;
  const isOnline = state.value.connection === "online";
  const shown = isOnline ? settings.presence.value : "offline";
  const face = (
    <>
      <Avatar id={me.id} name={me.name} size="s" />
      <span class={`presence presence--${shown}`} />
    </>
  );
  return (
    <Menu label={`${me.name} · ${t.presence.label}: ${t.presence[shown]}`} button={face} class="icon-button me-button">
      <p class="menu__head">{me.name}</p>
      {statuses.map((status) => (
        <MenuItem
          key={status}
          label={t.presence[status]}
          isChosen={settings.presence.value === status}
          onPick={() => {
            settings.presence.value = status;
          }}
        />
      ))}
    </Menu>
  );
}
