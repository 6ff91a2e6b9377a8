const paths = {
  hand: "M8 11V5.5a1.5 1.5 0 0 1 3 0V10m0-5.5v-1a1.5 1.5 0 0 1 3 0V10m0-5a1.5 1.5 0 0 1 3 0v6m0-3a1.5 1.5 0 0 1 3 0v6.5a6.5 6.5 0 0 1-6.5 6.5h-1.2a6.5 6.5 0 0 1-5-2.4L4 15.2a1.6 1.6 0 0 1 2.3-2.2L8 14.5V11",
  reply: "M9 6 4 11l5 5m-5-5h9a7 7 0 0 1 7 7v1",
  note: "M5 4h14v10l-5 6H5zm14 10h-5v6M8.5 9h7m-7 4h4",
  bot: "M12 3v3M6 6h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Zm3 5v2m6-2v2M2 11v3m20-3v3",
  forward: "m15 6 5 5-5 5m5-5h-9a7 7 0 0 0-7 7v1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  queue: "M4 6h16M4 12h10M4 18h6m7-3 3 3-3 3",
  down: "m6 9 6 6 6-6",
  up: "m6 15 6-6 6 6",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20",
  panel: "M4 5h16v14H4zm11 0v14",
  spark: "m12 3 2 6.5 6.5 2.5-6.5 2.5L12 21l-2-6.5L3.5 12 10 9.500z",
  book: "M5 4.500A1.500 1.500 0 0 1 6.500 3H19v14.500H6.500A1.500 1.500 0 0 0 5 19m0-14.500V19a2 2 0 0 0 2 2h12v-3.500M9 7.500h6M9 11h4",
  upload:
    "M12 15.500V4m-4.500 4.500L12 4l4.500 4.500M4 15v3.500A1.500 1.500 0 0 0 5.500 20h13a1.500 1.500 0 0 0 1.500-1.500V15",
  trash: "M4.500 6.500h15M9 6.500V4h6v2.500M6.500 6.500 7.500 20h9l1-13.500M10 10.500v6m4-6v6",
  file: "M6 3h8l5 5v13H6zm8 0v5h5",
  bolt: "M13 3 5 13.500h6L10 21l8-10.500h-6z",
  sound: "M4 10v4h3.500l4.500 4V6L7.500 10zm12-1.500a5 5 0 0 1 0 7m2.500-9.500a8.500 8.500 0 0 1 0 12",
  mute: "M4 10v4h3.500l4.500 4V6L7.500 10zm12 0 5 5m0-5-5 5",
  keyboard: "M3 7h18v11H3zm4 4h.01M11 11h.01M15 11h.01M18 11h.01M8 14.500h8",
  back: "m14 6-6 6 6 6",
  send: "M4.500 12 3 4.500 21 12 3 19.500 4.500 12Zm0 0H12",
  more: "M12 6.500v.01M12 12v.01m0 5.500v.01",
  settings:
    "M4 7h9m5 0h2M4 17h2m5 0h9M15.500 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm-7 10a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  x: "m6 6 12 12M18 6 6 18",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.500 2",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12Zm9.500 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  bag: "M5 8h14l-1 12H6zm4 0V7a3 3 0 0 1 6 0v1",
  alert: "M12 4 2.800 20h18.400zm0 6v4.500m0 3v.01",
  inbox: "M4 13 6.500 5h11L20 13v6H4zm0 0h5l1 2.500h4l1-2.500h5",
  quote: "M5 17h4l1.500-5V7H5v5h3zm9 0h4l1.500-5V7H14v5h3z",
  shield: "M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zm-3 9 2.200 2.200L15.500 10",
  image: "M4 5h16v14H4zm1 13 5-6 4 4 2-2 4 4M15.500 9v.01",
  ticket: "M4 7h16v3.500a1.500 1.500 0 0 0 0 3V17H4v-3.500a1.500 1.500 0 0 0 0-3zm9 1v8",
} as const;

export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it; decoration only, the words are beside it or in a label. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
