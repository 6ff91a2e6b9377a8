import type { ComponentChildren } from "preact";

/** One part of the side panel under its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="section">
      <h3 class="section__title">
        {title}
        {aside && <span class="section__aside">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
