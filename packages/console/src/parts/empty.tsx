import { Icon, type IconName } from "./icon.tsx";

/** What stands where there is nothing: a word on why, and what to do. */
export function Empty({ icon, title, text }: { icon: IconName; title: string; text?: string }) {
  return (
    <div class="empty">
      <span class="empty__icon">
        <Icon name={icon} size={24} />
      </span>
      <p class="empty__title">{title}</p>
      {text && <p class="empty__text">{text}</p>}
    </div>
  );
}
