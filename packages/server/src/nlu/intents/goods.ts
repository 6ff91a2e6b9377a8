import type { Language } from "@yiwen/shared";
import type { LabelledText } from "./classifier.ts";
import type { Intent } from "./registry.ts";

/** Goods of every kind, so that what is bought says nothing about what is wanted. */
const goods: Record<Language, string[]> = {
  zh: "手机|衣服|鞋子|杯子|电饭煲|耳机|键盘|热水壶|包|电视|冰箱|狗粮|手表|空调|洗衣机|裤子|裙子|箱子|台灯|床单|被子|奶粉|面膜|口红|洗发水|零食|茶叶|大米|轮胎|机油|硬盘|内存条|显示器|打印机|路由器|充电器|充电宝|数据线|手机壳|书|玩具|积木|自行车|沙发|桌子|椅子|衣柜|窗帘|门锁|水龙头|花洒|灯泡|剃须刀|吹风机|牙刷|纸尿裤|婴儿车|猫砂|鱼缸|望远镜|相机|镜头|音响|麦克风|平板|笔记本|鼠标|U盘|内存卡|摄像头|行车记录仪|导航|帐篷|登山包|羽毛球拍|皮带|项链|戒指|眼镜|围巾|帽子|袜子|内衣|羽绒服|毛衣|西装|运动鞋|凉鞋|锅|刀|保温杯|饭盒|榨汁机|烤箱|微波炉|油烟机|热水器|净水器|电风扇|加湿器|扫地机".split(
    "|",
  ),
  en: "shoes|headphones|phone|jacket|kettle|mug|laptop|charger|dress|backpack|watch|lamp|keyboard|blender|sofa|toy|book|camera|tent|jeans|vacuum|speaker|monitor|fridge|perfume|shampoo|boots|socks|tablet|bike".split(
    "|",
  ),
};

type Wording = readonly [Intent, zh: string, en: string];

const wordings: Wording[] = [
  ["productFacts", "介绍一下~", "tell me about the ~"],
  ["productFacts", "~怎么样", "is the ~ any good"],
  ["productFacts", "~质量好吗", "what about the ~"],
  ["recommend", "有~吗", "do you have a ~"],
  ["recommend", "有没有好用的~", "any good ~?"],
  ["recommend", "想买~", "i want to buy a ~"],
  ["recommend", "推荐一款~", "recommend a ~"],
  ["recommend", "有哪些~", "show me your ~"],
  ["stock", "~有货吗", "is the ~ in stock"],
  ["stock", "~还有没有", "is the ~ still available"],
  ["price", "~多少钱", "how much is the ~"],
  ["compare", "~买哪个好", "which ~ is better"],
  ["returnGoods", "~能退吗", "can i return the ~"],
  ["exchange", "~想换一个", "i want to exchange the ~"],
  ["repair", "~坏了", "the ~ is broken"],
  ["repair", "~用不了", "my ~ doesn't work"],
  ["logistics", "~什么时候到", "when does the ~ arrive"],
  ["urgeShipping", "~发货了吗", "has the ~ shipped"],
  ["priceProtection", "~降价了", "the ~ got cheaper after i bought it"],
  ["install", "~怎么用", "how do i use the ~"],
  ["warranty", "~保修多久", "how long is the warranty on the ~"],
  ["other", "我买了~", "i bought a ~"],
  ["other", "~收到了", "i received the ~"],
];

/** What is asked of every kind of goods. */
export function asksAboutGoods(): LabelledText[] {
  return wordings.flatMap(([label, zh, en]) => [
    ...goods.zh.map((thing) => ({ text: zh.replace("~", thing), label })),
    ...goods.en.map((thing) => ({ text: en.replace("~", thing), label })),
  ]);
}
