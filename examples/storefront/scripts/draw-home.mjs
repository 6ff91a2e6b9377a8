/** Things for the home and the kitchen on a 200 × 200 ground: `c` is the colour, `s` its shade, `l` its light. */
const line = (d, stroke, width = 2.5) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const shape = (d, fill) => `<path d="${d}" fill="${fill}"/>`;
const dot = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const rect = (x, y, w, h, r, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
const steel = "#c9ccd0";
const dark = "#43454c";

/** Kind → drawing. */
export const home = {
  thermos: (c, s, l) =>
    rect(76, 34, 48, 30, 8, s) +
    rect(70, 60, 60, 108, 16, c) +
    rect(70, 60, 60, 8, 3, steel) +
    rect(80, 78, 8, 76, 4, l) +
    rect(84, 28, 32, 10, 5, dark),
  kidbottle: (c, s, l) =>
    line("M100 48V26Q100 20 112 22", "#e98b73", 7) +
    rect(74, 46, 52, 24, 10, s) +
    rect(68, 66, 64, 100, 20, c) +
    line("M66 84Q46 100 66 122M134 84Q154 100 134 122", s, 7) +
    dot(90, 112, 4, dark) +
    dot(110, 112, 4, dark) +
    line("M92 124Q100 132 108 124", dark, 3) +
    dot(80, 122, 5, l) +
    dot(120, 122, 5, l),
  mug: (c, s) =>
    line("M132 86Q164 82 160 110 156 134 130 130", s, 10) +
    shape("M52 66H138V136Q138 158 116 158H74Q52 158 52 136Z", c) +
    `<ellipse cx="95" cy="66" rx="43" ry="9" fill="${s}"/>` +
    [0, 72, 144, 216, 288]
      .map((a) => `<circle cx="95" cy="103" r="9" fill="#c8425f" transform="rotate(${a} 95 114)"/>`)
      .join("") +
    dot(95, 114, 6, "#f2c14e"),
  bedding: (c, s, l) =>
    rect(34, 58, 132, 70, 8, "#b08968") +
    rect(46, 84, 48, 30, 10, "#fdfbf6") +
    rect(106, 84, 48, 30, 10, "#fdfbf6") +
    shape("M28 112Q100 98 172 112V152H28Z", c) +
    shape("M28 112Q100 98 172 112V124Q100 110 28 124Z", l) +
    line("M70 122V150M130 122V150", s) +
    rect(34, 150, 10, 14, 3, "#8d6b4d") +
    rect(156, 150, 10, 14, 3, "#8d6b4d"),
  pillow: (c, s, l) =>
    shape("M36 78Q100 60 164 78 174 108 164 138 100 154 36 138 26 108 36 78Z", c) +
    line("M44 86Q100 70 156 86M44 130Q100 146 156 130", s, 2) +
    shape("M52 92Q96 80 120 88 90 100 52 104Z", l),
  lamp: (c, s) =>
    `<ellipse cx="86" cy="160" rx="40" ry="9" fill="${s}"/>` +
    line("M86 156V104L128 62", c, 8) +
    shape("M112 40 152 70 132 90Q104 76 112 40Z", c) +
    shape("M112 92 140 84 164 158H84Z", "#fff3c4") +
    `<g opacity=".55">${shape("M122 82 140 80 158 158H96Z", "#ffe9a0")}</g>` +
    dot(86, 104, 6, s),
  towel: (c, s, l) =>
    rect(44, 118, 112, 34, 14, s) +
    rect(44, 90, 112, 34, 14, c) +
    rect(44, 62, 112, 34, 14, s) +
    line("M56 80H144M56 108H144M56 136H144", l, 3),
  box: (c, s, l) =>
    shape("M40 78H160L152 158H48Z", c) +
    rect(34, 62, 132, 20, 6, s) +
    rect(84, 98, 32, 10, 5, l) +
    line("M62 92 66 148M138 92 134 148", s, 2),
  candle: (c, s, l) =>
    shape("M100 44Q114 62 100 74 86 62 100 44Z", "#f2a83b") +
    line("M100 70V84", dark, 3) +
    shape("M62 82H138V148Q138 160 126 160H74Q62 160 62 148Z", c) +
    `<ellipse cx="100" cy="84" rx="38" ry="8" fill="${l}"/>` +
    rect(78, 108, 44, 30, 4, "#fdfbf6") +
    line("M86 118H114M90 128H110", s, 2),
  pot: (c, s) =>
    shape(
      "M100 98Q66 92 58 54 92 58 100 98ZM100 98Q134 92 142 50 108 56 100 98ZM100 98Q84 66 100 34 116 66 100 98Z",
      "#5d8a66",
    ) +
    rect(60, 96, 80, 16, 4, s) +
    shape("M66 112H134L126 156H74Z", c) +
    rect(62, 154, 76, 9, 4, s),
  wok: (c, s, l) =>
    line("M140 92 182 74", "#8d6b4d", 11) +
    shape("M30 92H148Q144 148 89 148 34 148 30 92Z", c) +
    `<ellipse cx="89" cy="92" rx="59" ry="14" fill="${s}"/><ellipse cx="89" cy="94" rx="46" ry="9" fill="${l}"/>`,
  lunchbox: (c, s, l) =>
    rect(42, 60, 116, 22, 8, s) +
    rect(46, 80, 108, 36, 6, l) +
    rect(46, 116, 108, 42, 10, c) +
    rect(88, 56, 24, 12, 4, c) +
    line("M46 116H154", s, 3),
  ricecooker: (c, s, l) =>
    line("M72 58Q100 34 128 58", s, 7) +
    shape("M42 92Q44 56 100 56 156 56 158 92Z", s) +
    shape("M40 90H160V140Q160 162 136 162H64Q40 162 40 140Z", c) +
    rect(76, 108, 48, 36, 10, dark) +
    line("M84 120H104", "#8fe0c0", 4) +
    dot(114, 133, 4, "#f2a83b") +
    line("M50 98H150", l, 3),
  kettle: (c, s, l) =>
    line("M132 66Q172 66 164 110 160 136 136 138", dark, 10) +
    shape("M66 62H134L144 150H56Z", c) +
    shape("M66 66 40 72 58 96Z", s) +
    rect(70, 48, 60, 16, 8, s) +
    dot(100, 46, 6, dark) +
    rect(52, 148, 96, 14, 6, dark) +
    rect(76, 84, 8, 50, 4, l),
  vacuum: (c, s) =>
    line("M64 132 42 158", dark, 12) +
    shape("M30 152 56 148 62 166H26Z", s) +
    `<g transform="rotate(-35 104 100)">${rect(58, 84, 60, 36, 14, "#dbe4ea")}${rect(106, 78, 62, 46, 18, c)}${rect(120, 70, 40, 10, 5, s)}${line("M126 74V60H160V78", dark, 8)}</g>`,
  hairdryer: (c, s, l) =>
    shape("M84 104H118L110 166H86Z", s) +
    rect(52, 54, 96, 58, 29, c) +
    rect(34, 66, 26, 34, 6, dark) +
    dot(122, 83, 17, s) +
    dot(122, 83, 10, l) +
    dot(98, 132, 4, l),
  airfryer: (c, s, l) =>
    shape("M52 72Q52 36 100 36 148 36 148 72V144Q148 164 130 164H70Q52 164 52 144Z", c) +
    rect(70, 52, 60, 22, 11, dark) +
    dot(86, 63, 4, "#8fe0c0") +
    dot(114, 63, 4, "#f2a83b") +
    rect(64, 90, 72, 50, 8, s) +
    rect(72, 97, 56, 28, 6, "#e9b872") +
    rect(86, 132, 28, 18, 6, dark) +
    line("M80 112H120", l, 3),
  humidifier: (c, s, l) =>
    line("M84 46Q76 36 84 26M100 42Q92 30 100 18M116 46Q108 36 116 26", "#ffffff", 5) +
    shape("M64 66Q64 54 100 54 136 54 136 66L142 148Q142 164 124 164H76Q58 164 58 148Z", c) +
    shape("M60 122H140L142 148Q142 164 124 164H76Q58 164 58 148Z", s) +
    dot(100, 143, 7, l),
  rice: (c, s) =>
    shape("M56 52Q100 42 144 52L150 156Q100 168 50 156Z", c) +
    shape("M56 52Q100 42 144 52V66Q100 56 56 66Z", s) +
    dot(100, 108, 30, "#fdfbf6") +
    [
      [-12, -6],
      [4, -12],
      [12, 2],
      [-4, 8],
      [-16, 10],
      [8, 14],
    ]
      .map(
        ([x, y]) =>
          `<ellipse cx="${100 + x}" cy="${108 + y}" rx="7" ry="3.4" fill="#e3d3a8" transform="rotate(${x * 4} ${100 + x} ${108 + y})"/>`,
      )
      .join(""),
  honey: (c, s, l) =>
    rect(62, 42, 76, 22, 6, "#8d6b4d") +
    shape("M58 70Q58 62 66 62H134Q142 62 142 70V148Q142 162 128 162H72Q58 162 58 148Z", c) +
    rect(70, 72, 9, 78, 4, l) +
    shape("M100 90 122 102V126L100 138 78 126V102Z", "#fdf3d6") +
    line("M100 104V124M90 110 110 118", s, 3),
  giftbox: (c, s) =>
    rect(46, 82, 108, 78, 6, c) +
    rect(40, 66, 120, 24, 5, s) +
    rect(92, 66, 16, 94, 0, "#f2d8a7") +
    shape("M100 66Q66 62 72 42 90 36 100 66ZM100 66Q134 62 128 42 110 36 100 66Z", "#f2d8a7"),
  coffee: (c, s) =>
    shape("M64 40H136L120 84H80Z", "#fdfbf6") +
    shape("M70 52H130L120 82H80Z", "#6b4733") +
    line("M138 104Q164 102 158 124 152 140 132 136", s, 8) +
    shape("M58 90H142V136Q142 160 118 160H82Q58 160 58 136Z", c) +
    rect(66, 88, 68, 7, 3, s),
  teatin: (c, s, l) =>
    rect(66, 40, 68, 26, 8, s) +
    rect(58, 62, 84, 100, 8, c) +
    dot(100, 112, 27, l) +
    shape("M100 92Q122 100 112 126 92 128 90 108ZM88 112Q78 118 84 132 96 132 96 120Z", "#5d8a66"),
  pouch: (c, s, l) =>
    shape("M58 44H142L148 158Q100 168 52 158Z", c) +
    line("M58 54H142", l, 3) +
    rect(72, 78, 56, 52, 10, l) +
    shape("M82 92Q100 82 118 94 124 112 108 120 90 122 82 112Z", s) +
    line("M92 100 108 106M92 110 104 113", "#f0c9b5", 2.5),
  oil: (c, s, l) =>
    rect(90, 26, 20, 16, 4, "#3e4a2f") +
    rect(92, 40, 16, 26, 2, c) +
    shape("M92 62H108Q132 76 132 96V154Q132 164 122 164H78Q68 164 68 154V96Q68 76 92 62Z", c) +
    rect(68, 104, 64, 40, 0, "#fdfbf6") +
    `<ellipse cx="94" cy="124" rx="9" ry="12" fill="${s}" transform="rotate(25 94 124)"/><ellipse cx="110" cy="124" rx="8" ry="11" fill="#8aa05a" transform="rotate(-20 110 124)"/>` +
    rect(76, 84, 6, 18, 3, l),
};
