import { Icon, type IconName } from "./icon.tsx";

type Props = {
  label: string;
  icon?: IconName;
  /** One of several: shown with a tick when chosen. */
  isChosen?: boolean;
  keys?: string | undefined;
  onPick(): void;
};

/** One line of a menu. */
export function MenuItem({ label, icon, isChosen, keys, onPick }: Props) {
  const isRadio = isChosen !== undefined;
  return (
    <button
      type="button"
      class="menu__item"
      role={isRadio ? "menuitemradio" : "menuitem"}
      {...(isRadio && { "aria-checked": isChosen })}
      tabIndex={-1}
      onClick={onPick}
    >
      <span class="menu__icon">
        {icon ? <Icon name={icon} size={16} /> : isChosen ? <Icon name="check" size={16} /> : null}
      </span>
      <span class="menu__label">{label}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}
