/** Plain words, lines kept. */
export function TextCard({ text }: { text: string }) {
  return <p class="text">{text}</p>;
}
