import type { Choice } from "@yiwen/shared";

/** Words and the choices that the shopper was offered; only the shopper can tap them. */
export function ChoicesCard({ text, choices }: { text: string; choices: Choice[] }) {
  return (
    <>
      <p class="text">{text}</p>
      <ul class="choices">
        {choices.map((choice) => (
          <li key={choice.label}>{choice.label}</li>
        ))}
      </ul>
    </>
  );
}
