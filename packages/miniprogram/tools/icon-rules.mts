/** Icons that only the mini-program has. */
const own: Record<string, string> = {
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17Zm4.5 3a1.6 1.6 0 0 0 3 0",
  picture: "M4 5h16v14H4V5Zm1 12 4.5-5 3.5 3.5 2.5-2.5 3.5 4M15.5 9.5v.01",
};

const used = [
  "agent",
  "alert",
  "bag",
  "bell",
  "check",
  "clock",
  "down",
  "offline",
  "picture",
  "read",
  "send",
  "spark",
  "star",
  "starred",
  "ticket",
];

/** Icons that are filled, by the one whose lines they have. */
const filled: Record<string, string> = { spark: "spark", starred: "star" };

/** Elements that carry an icon by themselves, to save WeChat a node in what changes often. */
const alsoOn: Record<string, string[]> = {
  spark: [".yw-from-bot .yw-avatar::after"],
  clock: [".yw-state.yw-is-sending::before"],
  check: [".yw-state.yw-is-sent::before"],
  read: [".yw-state.yw-is-read::before"],
  starred: [".yw-star.yw-is-on .yw-icon"],
};

/** The widget's icons as masks, because a mini-program has no SVG elements; they take the colour of the text around. */
export function iconRules(widgetIcons: string): string {
  const paths = Object.fromEntries(
    [...widgetIcons.matchAll(/^ {2}(\w+):\s+"([^"]+)"/gm)].map(([, name, path]) => [name!, path!]),
  );
  const rules = used.map((name) => {
    const path = paths[filled[name] ?? name] ?? own[name];
    if (!path) throw new Error(`there is no icon "${name}"`);
    const fill = filled[name] ? "black" : "none";
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${fill}' stroke='black' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`;
    const url = `url("data:image/svg+xml,${svg.replace(/[<>#%]/g, encodeURIComponent)}")`;
    const selectors = [`.yw-icon-${name}`, ...(alsoOn[name] ?? [])].join(",\n");
    return `${selectors} {\n  -webkit-mask-image: ${url};\n}`;
  });
  return `/* Made from the widget's icons by tools/make-styles.mts. */\n${rules.join("\n")}\n`;
}
