const paths = {
  close: "m6 6 12 12M18 6 6 18",
  send: "M12 19V5m-6 6 6-6 6 6",
  agent: "M5 14v-2a7 7 0 0 1 14 0v2M5 13h2v5H6a1 1 0 0 1-1-1Zm14 0h-2v5h1a1 1 0 0 0 1-1Zm-1 5c0 2-2 3-4 3",
  spark: "M12 4c.8 4.6 2.9 6.8 7.5 8-4.6 1.2-6.7 3.4-7.5 8-.8-4.6-2.9-6.8-7.5-8C9.1 10.8 11.2 8.6 12 4Z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  read: "m2.5 12.5 4 4L14 9m-2 7.5L20.5 8",
  clock: "M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  alert: "M12 8v5m0 3v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  down: "M12 5v14m-6-6 6 6 6-6",
  chevron: "m9 6 6 6-6 6",
  book: "M5 5.5A1.5 1.5 0 0 1 6.5 4H19v13H6.5A1.5 1.5 0 0 0 5 18.5m0-13v13A1.5 1.5 0 0 0 6.5 20H19v-3",
  bag: "M5 8h14l-1 12H6L5 8Zm4 3V7a3 3 0 0 1 6 0v4",
  ticket: "M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3V7Zm9 1v8",
  copy: "M9 9h10v10H9zM5 15V5h10",
  star: "m12 4 2.4 5.1 5.6.7-4.1 3.8 1.1 5.5L12 16.4l-5 2.7 1.1-5.5L4 9.8l5.6-.7L12 4Z",
  image: "M4 5h16v14H4zm1 13 5-6 4 4 2-2 4 4M15.5 9v.01",
  offline:
    "M4 4l16 16M8.5 15.5a5 5 0 0 1 5.5-1M5.5 12a9 9 0 0 1 4-2.3m4.5 0a9 9 0 0 1 4.5 2.3M2.5 8.5A13 13 0 0 1 6 6.2m4-1.1a13 13 0 0 1 11.5 3.4M12 19v.01",
} as const;

export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it; decoration, never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
