import type { Locale } from "@yiwen/shared";
import { actionView } from "../actions/action-view.ts";
import { actions } from "../actions/index.ts";
import { keyNames } from "../actions/shortcut.ts";
import type { Theme } from "../platform/page.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { localeNames } from "./locale-picker.tsx";
import { Menu } from "./menu.tsx";
import { MenuItem } from "./menu-item.tsx";

const themes: Theme[] = ["system", "light", "dark"];

/** Language, appearance, the menu's actions, and the way out. */
export function SettingsMenu() {
  const desk = useDesk();
  const { settings, page } = desk;
  const t = settings.t.value;
  const view = actionView(desk);
  return (
    <Menu label={t.settings.menu} button={<Icon name="settings" />}>
      {actions
        .filter((action) => action.place === "menu" && action.allowed(view))
        .map((action) => (
          <MenuItem
            key={action.name}
            icon={action.icon}
            label={t.actions[action.name]}
            keys={action.keys?.[0] && keyNames(action.keys[0], page.isMac()).join(" ")}
            onPick={() => action.run(desk)}
          />
        ))}
      <p class="menu__head">{t.settings.language}</p>
      {(Object.keys(localeNames) as Locale[]).map((locale) => (
        <MenuItem
          key={locale}
          label={localeNames[locale]}
          isChosen={settings.locale.value === locale}
          onPick={() => {
            settings.locale.value = locale;
          }}
        />
      ))}
      <p class="menu__head">{t.settings.theme}</p>
      {themes.map((theme) => (
        <MenuItem
          key={theme}
          label={t.settings.themes[theme]}
          isChosen={settings.theme.value === theme}
          onPick={() => {
            settings.theme.value = theme;
          }}
        />
      ))}
      <hr class="menu__line" />
      <MenuItem icon="forward" label={t.signIn.signOut} onPick={desk.signOut} />
    </Menu>
  );
}
