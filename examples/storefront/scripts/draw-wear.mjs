/** Clothes, shoes and bags on a 200 × 200 ground: `c` is the colour, `s` its shade, `l` its light. */
const line = (d, stroke, width = 2.5) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const shape = (d, fill) => `<path d="${d}" fill="${fill}"/>`;
const dot = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const flower = (x, y, r, petal, heart) =>
  [0, 72, 144, 216, 288]
    .map((a) => {
      const t = (a * Math.PI) / 180;
      return dot((x + Math.sin(t) * r).toFixed(1), (y - Math.cos(t) * r).toFixed(1), r * 0.8, petal);
    })
    .join("") + dot(x, y, r * 0.55, heart);

const teeBody = "M72 46 50 55 26 86 46 104 57 94V158Q100 164 143 158V94L154 104 174 86 150 55 128 46Q100 70 72 46Z";
const longBody =
  "M72 44 52 51Q38 57 34 78L23 146 44 151 57 100V160Q100 166 143 160V100L156 151 177 146 166 78Q162 57 148 51L128 44Q100 62 72 44Z";
const cuffs = (s) => shape("M25 135 23 146 44 151 46 140ZM175 135 177 146 156 151 154 140Z", s);
const hem = (s) => shape("M57 150V160Q100 166 143 160V150Q100 156 57 150Z", s);
const folds = (s) => line("M64 104V122M136 104V122", s);
const collarRing = (s, y = 46) => line(`M72 ${y}Q100 ${y + 24} 128 ${y}`, s, 6);
const quilt = (s, to) => {
  let d = "";
  for (let y = 78; y < to; y += 20) d += `M57 ${y}Q78 ${y + 7} 100 ${y}Q122 ${y + 7} 143 ${y}`;
  return line(`${d}M36 84 57 92M31 108 52 114M164 84 143 92M169 108 148 114`, s);
};
const buttons = (fill, ys) => ys.map((y) => dot(100, y, 3, fill)).join("");
const legs = (foot) => `M66 36H134L${foot} 166H106L100 88 94 166H${200 - foot}Z`;
const shoe = (c, s, l) =>
  shape("M34 130Q34 98 44 90 56 102 72 94L86 76Q96 98 130 106 168 112 170 132Z", c) +
  shape("M34 130Q34 98 44 90 50 96 58 97 52 112 54 130Z", s) +
  line("M84 92 98 84M92 101 107 93M102 108 116 100", l, 4) +
  shape("M30 128H171Q178 150 160 152H46Q26 150 30 128Z", "#fdfcf9") +
  line("M34 142H170", s, 3);

/** Kind → drawing. */
export const wear = {
  tee: (c, s) => shape(teeBody, c) + collarRing(s) + folds(s),
  teeprint: (c, s) => shape(teeBody, c) + collarRing(s) + folds(s) + flower(100, 108, 15, "#c8425f", "#f2c14e"),
  sweat: (c, s) => shape(longBody, c) + collarRing(s, 44) + cuffs(s) + hem(s) + folds(s),
  hoodie: (c, s, l) =>
    shape("M64 58Q60 24 100 24 140 24 136 58 118 78 100 76 82 78 64 58Z", s) +
    shape(longBody, c) +
    shape("M72 44Q100 78 128 44 132 60 100 74 68 60 72 44Z", s) +
    cuffs(s) +
    hem(s) +
    shape("M76 116H124L134 142Q100 148 66 142Z", s) +
    line("M90 70V98M110 70V94", l, 3),
  cardigan: (c, s, l) =>
    shape(longBody, c) +
    shape("M72 44Q86 60 100 104 114 60 128 44 100 62 72 44Z", "#fbf7f0") +
    line("M73 45Q88 64 100 104V160M127 45Q112 64 100 104", s, 5) +
    cuffs(s) +
    hem(s) +
    buttons(l, [116, 130, 144]),
  shirt: (c, s, l) =>
    shape(longBody, c) +
    shape("M72 44 84 36 100 56 116 36 128 44 114 70 100 58 86 70Z", s) +
    line("M100 58V162", s) +
    buttons(l, [78, 98, 118, 138]) +
    line("M114 92H132V110H114Z", s, 2) +
    cuffs(s),
  pajamas: (c, s, l) =>
    shape(longBody, c) +
    line("M72 44Q84 74 100 88 116 74 128 44M100 88V162M25 138 46 143M175 138 154 143", l, 4) +
    buttons(s, [102, 120, 138]) +
    line("M66 60V150M80 84V156M120 84V156M134 60V150", s, 1.5),
  puffer: (c, s, l) =>
    shape("M76 48Q76 32 100 32 124 32 124 48 100 60 76 48Z", s) +
    shape(longBody, c) +
    quilt(s, 160) +
    line("M100 54V162", l, 3),
  pufferlong: (c, s, l) =>
    `<g transform="translate(0 -8)">${shape("M68 54Q62 22 100 22 138 22 132 54 100 74 68 54Z", s)}${shape(longBody, c)}${shape(
      "M57 150H143L147 186Q100 192 53 186Z",
      c,
    )}${quilt(s, 184)}${line("M100 60V188", l, 3)}</g>`,
  jeans: (c, s, l) =>
    shape(legs(140), c) +
    shape("M66 36H134V48H66Z", s) +
    line("M100 48V76M70 50Q72 64 64 68M130 50Q128 64 136 68", l, 2) +
    line("M62 156H92M108 156H138", l, 2) +
    dot(100, 42, 3, "#d9a441"),
  trousers: (c, s) => shape(legs(156), c) + shape("M66 36H134V48H66Z", s) + line("M82 54 72 160M118 54 128 160", s, 2),
  dress: (c, s) =>
    shape(
      "M80 34 64 44 54 74 72 80 80 68 79 92 46 164Q100 178 154 164L121 92 120 68 128 80 146 74 136 44 120 34Q100 56 80 34Z",
      c,
    ) +
    shape("M79 88H121L123 97H77Z", s) +
    line("M88 100 76 166M112 100 124 166", s, 2) +
    [
      [64, 148],
      [100, 122],
      [136, 146],
      [90, 152],
      [100, 72],
    ]
      .map(([x, y], i) => flower(x, y, 4.4, i % 2 ? "#c8425f" : "#fffaf2", "#f2c14e"))
      .join(""),
  knitdress: (c, s) =>
    `<g transform="translate(0 -10)">${shape(longBody, c)}${shape("M57 150H143L148 190Q100 196 52 190Z", c)}${collarRing(s, 44)}${cuffs(s)}${line(
      "M70 70V188M85 72V190M100 72V190M115 72V190M130 70V188",
      s,
      1.6,
    )}</g>`,
  sneaker: shoe,
  sneakerlow: (c, s) => shoe(c, s, "#b9b3a6") + shape("M34 108Q35 97 44 90 50 96 58 97 55 106 54 112Z", "#4f7a63"),
  slipper: (c, s, l) =>
    [0, 1]
      .map(
        (i) =>
          `<g transform="translate(${i * 62 - 2} ${i * 6})">${shape("M44 62Q70 40 92 62 98 110 88 150 68 164 48 150 36 110 44 62Z", l)}${shape(
            "M40 66Q68 34 96 66 100 92 94 104 68 92 42 104 36 92 40 66Z",
            c,
          )}${line("M42 102Q68 90 94 102", s, 5)}</g>`,
      )
      .join(""),
  boot: (c, s, l) =>
    shape("M66 48H116V104Q120 114 146 118 164 122 164 144H66Z", c) +
    shape("M62 42H120V62H62Z", l) +
    shape("M62 142H168Q170 156 160 158H62Z", s) +
    line("M92 84 112 80M92 96 112 92M92 108 114 104", s, 3),
  tote: (c, s) =>
    line("M76 84Q74 36 100 36 126 36 124 84", s, 7) +
    shape("M46 76H154L146 164H54Z", c) +
    line("M47 86H153", s, 2) +
    flower(100, 122, 11, "#c8425f", "#f2c14e"),
  backpack: (c, s, l) =>
    line("M82 46Q82 30 100 30 118 30 118 46", s, 6) +
    shape("M56 86Q56 42 100 42 144 42 144 86V150Q144 164 130 164H70Q56 164 56 150Z", c) +
    shape("M68 108H132V150Q132 154 128 154H72Q68 154 68 150Z", s) +
    line("M74 120H126M66 84H134", l, 3),
  scarf: (c, s, l) =>
    shape("M52 58Q100 36 148 58 156 84 132 92 100 104 68 92 44 84 52 58Z", c) +
    shape("M74 88 62 160H96L102 94Z", c) +
    shape("M100 92 108 146H138L122 86Z", s) +
    line("M70 112 98 112M66 134 98 134M58 70Q100 52 142 70M82 92 76 158", l, 3) +
    line("M64 162V170M72 162V170M80 162V170M88 162V170M112 148V156M120 148V156M128 148V156", c, 3),
  cap: (c, s, l) =>
    shape("M46 116Q46 58 98 58 146 58 150 112 100 104 46 116Z", c) +
    shape("M46 116Q100 98 150 112 184 120 178 130 120 120 52 128 42 128 46 116Z", s) +
    line("M98 58Q92 84 96 108M98 58Q124 78 128 108", s, 2) +
    dot(98, 58, 4, l),
  raincoat: (c, s, l) =>
    shape("M66 62Q60 26 100 26 140 26 134 62 100 80 66 62Z", s) +
    shape("M76 50Q76 36 100 36 124 36 124 50 116 66 100 66 84 66 76 50Z", l) +
    shape(
      "M68 56 46 70 32 120 54 128 60 106 50 168Q100 176 150 168L140 106 146 128 168 120 154 70 132 56Q100 78 68 56Z",
      c,
    ) +
    line("M100 70V172", s, 3) +
    [92, 116, 140].map((y) => dot(106, y, 3.4, l)).join("") +
    line("M66 138H86M114 138H134", s, 4),
  romper: (c, s, l) =>
    shape(
      "M74 44 52 54 40 86 58 94 64 84 62 128 52 164 82 168 96 140H104L118 168 148 164 138 128 136 84 142 94 160 86 148 54 126 44Q100 64 74 44Z",
      c,
    ) +
    collarRing(s, 44) +
    buttons(s, [76, 92, 108]) +
    line("M53 160 82 164M147 160 118 164", s, 4) +
    dot(78, 106, 3, l) +
    dot(122, 118, 3, l),
};
