/** Beauty, digital and children's things on a 200 × 200 ground: `c` is the colour, `s` its shade, `l` its light. */
const line = (d, stroke, width = 2.5) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const shape = (d, fill) => `<path d="${d}" fill="${fill}"/>`;
const dot = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const rect = (x, y, w, h, r, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
const dark = "#43454c";
const gold = "#d9b36c";

const tube = (c, s, l) =>
  shape("M66 36H134L126 136H74Z", c) +
  rect(66, 32, 68, 8, 2, s) +
  rect(78, 134, 44, 30, 6, l) +
  line("M88 70H112M84 82H116M90 94H110", s, 3);
const keys = () => {
  let d = "";
  for (let row = 0; row < 4; row++) for (let col = 0; col < 10; col++) d += `M${35 + col * 13.4} ${85 + row * 14}h7`;
  return d;
};

/** Kind → drawing. */
export const small = {
  cream: (c, s, l) =>
    rect(50, 62, 100, 30, 8, gold) +
    rect(44, 90, 112, 68, 18, c) +
    line("M52 76H148", "#c39b55", 2) +
    dot(100, 124, 17, l) +
    dot(100, 124, 7, s),
  tube,
  sunscreen: (c, s, l) =>
    tube(c, s, l) + dot(100, 112, 10, "#f2a83b") + line("M100 94V98M100 126V130M82 112H86M114 112H118", "#f2a83b", 3),
  lipstick: (c, s, l) =>
    shape("M84 84V52L116 36V84Z", c) +
    shape("M84 52 116 36V48L96 60Z", l) +
    rect(78, 82, 44, 24, 3, gold) +
    rect(72, 104, 56, 58, 6, dark) +
    rect(80, 112, 6, 42, 3, s),
  palette: (c, s) =>
    shape("M40 44H160V92H40Z", s) +
    rect(48, 52, 104, 36, 4, "#dfe9ef") +
    shape("M54 84 84 54H100L70 84Z", "#f3f8fa") +
    rect(36, 94, 128, 66, 8, c) +
    ["#f0d9c4", "#d9a98a", "#b57a5c", "#8a5540", "#e8c9b0", "#c98f6b", "#f3e3d3", "#a8664b", "#6b4233"]
      .map((f, i) => rect(46 + (i % 5) * 22.5, 102 + Math.floor(i / 5) * 27, 18, 22, 4, f))
      .join(""),
  perfume: (c, s, l) =>
    rect(84, 32, 32, 26, 5, gold) +
    rect(90, 56, 20, 12, 0, s) +
    rect(56, 66, 88, 96, 16, l) +
    shape("M64 104H136V146Q136 154 128 154H72Q64 154 64 146Z", c) +
    rect(80, 112, 40, 24, 3, "#fdfbf6") +
    line("M88 124H112", s, 2),
  pump: (c, s, l) =>
    line("M100 62V42H72", dark, 8) +
    rect(84, 58, 32, 16, 4, dark) +
    shape("M62 88Q62 74 100 74 138 74 138 88V150Q138 164 124 164H76Q62 164 62 150Z", c) +
    rect(76, 100, 48, 40, 8, l) +
    line("M86 114H114M90 126H110", s, 3),
  earbuds: (c, s, l) =>
    rect(46, 98, 108, 64, 30, c) +
    line("M48 120H152", s, 2) +
    dot(100, 138, 4, "#7fcf9a") +
    [
      [72, 1],
      [128, -1],
    ]
      .map(
        ([x, k]) =>
          dot(x, 62, 16, c) +
          rect(x - 6 - k * 4, 62, 13, 40, 6, c) +
          dot(x + k * 8, 60, 8, s) +
          dot(x - k * 5, 58, 3, l),
      )
      .join("") +
    line("M46 118H154", l, 1),
  powerbank: (c, s, l) =>
    `<g transform="rotate(8 100 100)">${rect(62, 34, 76, 132, 14, c)}${rect(70, 42, 6, 116, 3, l)}${["#7fcf9a", "#7fcf9a", "#7fcf9a", s].map((f, i) => dot(90 + i * 12, 150, 3.5, f)).join("")}${shape("M104 76 88 106H100L96 128 114 96H102Z", s)}</g>`,
  charger: (c, s, l) =>
    rect(54, 66, 92, 92, 16, c) +
    rect(76, 40, 10, 30, 3, "#b9bcc2") +
    rect(114, 40, 10, 30, 3, "#b9bcc2") +
    rect(74, 92, 52, 12, 6, dark) +
    rect(74, 112, 52, 12, 6, dark) +
    rect(78, 133, 44, 14, 2, dark) +
    rect(62, 76, 5, 70, 3, l) +
    line("M70 158H130", s, 3),
  cable: (c, s, l) =>
    line("M56 150Q30 110 64 78 104 44 138 76 164 110 128 136 96 150 84 122 78 98 104 92 124 92 122 110", s, 10) +
    line("M56 150Q30 110 64 78 104 44 138 76 164 110 128 136 96 150 84 122 78 98 104 92 124 92 122 110", c, 7) +
    rect(46, 142, 22, 26, 4, "#b9bcc2") +
    rect(112, 104, 22, 24, 4, "#b9bcc2") +
    rect(52, 164, 10, 8, 2, l),
  phonecase: (c, s, l) =>
    `<g transform="rotate(-8 100 100)">${rect(58, 26, 84, 148, 18, s)}${rect(62, 26, 80, 148, 17, c)}${rect(70, 36, 38, 38, 12, s)}${dot(82, 48, 7, dark)}${dot(97, 62, 7, dark)}${dot(97, 47, 3, l)}${rect(96, 140, 12, 12, 6, l)}</g>`,
  stand: (c, s) =>
    `<g transform="rotate(-14 108 84)">${rect(80, 28, 62, 104, 10, dark)}${rect(85, 34, 52, 92, 6, "#dfe9ef")}${shape("M85 96 137 60V120Q137 126 131 126H91Q85 126 85 120Z", "#c9dbe4")}</g>` +
    line("M84 142 106 98", s, 10) +
    shape("M46 150Q50 140 62 140H138Q150 140 154 150V158H46Z", c) +
    rect(74, 130, 60, 10, 5, s),
  keyboard: (c, s, l) =>
    rect(24, 70, 152, 76, 12, s) +
    rect(24, 68, 152, 70, 12, c) +
    line(keys(), s, 8) +
    line("M76 127H126", l, 7) +
    dot(155, 127, 5, "#e98b73"),
  mouse: (c, s, l) =>
    shape("M62 94Q62 42 100 42 138 42 138 94V118Q138 164 100 164 62 164 62 118Z", c) +
    line("M100 44V92M64 94Q100 104 136 94", s) +
    rect(95, 60, 10, 24, 5, dark) +
    shape("M72 116Q72 146 92 154 76 140 78 112Z", l),
  blocks: () =>
    rect(34, 112, 46, 46, 5, "#e0b27c") +
    rect(84, 112, 46, 46, 5, "#d97b66") +
    rect(134, 112, 36, 46, 5, "#7aa890") +
    rect(58, 64, 46, 46, 5, "#6f94b8") +
    shape("M108 110 134 66 160 110Z", "#e8c15c") +
    shape("M58 62Q81 24 104 62Z", "#d97b66") +
    dot(57, 135, 11, "#f0d3ab") +
    rect(96, 124, 22, 22, 3, "#e89c8a"),
  bear: (c, s, l) =>
    dot(70, 52, 17, c) +
    dot(130, 52, 17, c) +
    dot(70, 52, 9, l) +
    dot(130, 52, 9, l) +
    `<ellipse cx="100" cy="132" rx="46" ry="40" fill="${s}"/><ellipse cx="100" cy="134" rx="28" ry="27" fill="${l}"/>` +
    dot(100, 76, 42, c) +
    `<ellipse cx="100" cy="88" rx="20" ry="15" fill="${l}"/>` +
    dot(82, 70, 5, dark) +
    dot(118, 70, 5, dark) +
    shape("M92 82H108L100 91Z", dark) +
    `<ellipse cx="54" cy="124" rx="14" ry="20" fill="${c}" transform="rotate(25 54 124)"/><ellipse cx="146" cy="124" rx="14" ry="20" fill="${c}" transform="rotate(-25 146 124)"/>` +
    dot(68, 160, 17, c) +
    dot(132, 160, 17, c) +
    dot(68, 161, 8, l) +
    dot(132, 161, 8, l),
  books: () =>
    rect(40, 138, 120, 22, 4, "#7aa890") +
    rect(48, 116, 112, 22, 4, "#d97b66") +
    rect(42, 94, 108, 22, 4, "#e8c15c") +
    `<g transform="rotate(-6 100 64)">${rect(52, 40, 96, 52, 5, "#6f94b8")}${dot(82, 62, 10, "#f6e3a8")}${shape("M60 88 90 66 108 80 124 70 142 88Z", "#4f7a63")}</g>` +
    line("M52 149H150M60 127H150M54 105H140", "#fdfbf6", 2.5),
};
