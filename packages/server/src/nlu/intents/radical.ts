/** The radicals at which a section of Unicode's table begins; it is ordered by them, simplified ones apart. */
const sections =
  "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸纟缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見见角言讠谷豆豕豸貝贝赤走足身車车辛辰辵邑酉釆里金钅長长門门阜隶隹雨青非面革韋韦韭音頁页風风飛飞食饣首香馬马骨高髟鬥鬯鬲鬼魚鱼鳥鸟鹵鹿麥麦麻黃黍黑黹黽鼎鼓鼠鼻齊齐齒齿龍龙龜";
const last = "\u9fa5";

/**
 * The radical of a Han, "" of one that is outside Unicode's first table: 痛, 癣 and 瘫 have one, and so have 锅 and 铲, so
 * that a character which training never saw still says what it is about.
 */
export function radicalOf(letter: string): string {
  if (letter < sections[0]! || letter > last) return "";
  let low = 0;
  let high = sections.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]! <= letter) low = middle;
    else high = middle;
  }
  return sections[low]!;
}
