import type { Language } from "@yiwen/shared";
import type { LabelledText } from "./classifier.ts";
import type { Intent } from "./registry.ts";
import { outside } from "./sentences.ts";

/** Goods of every kind, so that what is bought says nothing about what is wanted. */
const goods: Record<Language, string[]> = {
  zh: "手机|衣服|鞋子|杯子|电饭煲|耳机|键盘|热水壶|包|电视|冰箱|狗粮|手表|空调|洗衣机|裤子|裙子|箱子|台灯|床单|被子|奶粉|面膜|口红|洗发水|零食|茶叶|大米|轮胎|机油|硬盘|内存条|显示器|打印机|路由器|充电器|充电宝|数据线|手机壳|书|玩具|积木|自行车|沙发|桌子|椅子|衣柜|窗帘|门锁|水龙头|花洒|灯泡|剃须刀|吹风机|牙刷|纸尿裤|婴儿车|猫砂|鱼缸|望远镜|相机|镜头|音响|麦克风|平板|笔记本|鼠标|U盘|内存卡|摄像头|行车记录仪|导航|帐篷|登山包|羽毛球拍|皮带|项链|戒指|眼镜|围巾|帽子|袜子|内衣|羽绒服|毛衣|西装|运动鞋|凉鞋|锅|刀|保温杯|饭盒|榨汁机|烤箱|微波炉|油烟机|热水器|净水器|电风扇|加湿器|扫地机".split(
    "|",
  ),
  en: "shoes|headphones|phone|jacket|kettle|mug|laptop|charger|dress|backpack|watch|lamp|keyboard|blender|sofa|toy|book|camera|tent|jeans|vacuum|speaker|monitor|fridge|perfume|shampoo|boots|socks|tablet|bike|flask|thermos|t-shirt|hoodie|coat|skirt|trousers|sweater|sandals|hat|scarf|belt|wallet|sunglasses|necklace|ring|earrings|lipstick|face cream|sunscreen|hair dryer|razor|toothbrush|towel|pillow|duvet|bedding|mattress|desk|chair|shelf|rug|curtain|candle|frying pan|knife set|rice cooker|air fryer|toaster|coffee maker|microwave|heater|fan|humidifier|washing machine|mouse|router|power bank|cable|phone case|printer|hard drive|game controller|drone|building blocks|puzzle|doll|stroller|diapers|cat litter|dog food|tea|coffee|chocolate|snack box|yoga mat|dumbbells|helmet|fishing rod".split(
    "|",
  ),
};

/** What is asked about in the same words and sold by no shop. */
const world: Record<Language, string[]> = {
  zh: "天气|股市|股票|比特币|房价|油价|黄金|电影|电视剧|小说|综艺|足球|篮球|世界杯|奥运会|北京|上海|美国|日本|法国|长城|故宫|黄山|大学|高考|考研|公务员|医院|医生|律师|银行|贷款|社保|公积金|护照|签证|机票|火车票|高铁|地铁|出租车|酒店|民宿|餐厅|火锅|外卖|景点|旅游|健身|减肥|恋爱|婚姻|人生|爱情|历史|数学|物理|量子力学|相对论|宇宙|月球|太阳|地球|光速|恐龙|鲸鱼|大熊猫|诗|笑话|谜语|王者荣耀|微信|抖音|彩票|总统|明星|周杰伦|爱因斯坦|人工智能|区块链".split(
    "|",
  ),
  en: "weather|stock market|bitcoin|housing market|gold price|movie|novel|football|world cup|olympics|london|tokyo|america|great wall|university|exam|hospital|doctor|lawyer|bank|mortgage|pension|passport|visa|flight|train|subway|taxi|hotel|restaurant|pizza place|takeaway|museum|holiday|gym|diet|marriage|love|history|math|physics|quantum mechanics|universe|moon|sun|speed of light|dinosaur|whale|panda|poem|joke|riddle|instagram|lottery|president|celebrity|einstein|artificial intelligence".split(
    "|",
  ),
};

type Wording = readonly [Intent | typeof outside, zh: string, en: string];

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

const worldly: Wording[] = [
  [outside, "~怎么样", "how is the ~"],
  [outside, "介绍一下~", "tell me about the ~"],
  [outside, "~多少钱", "how much is a ~"],
  [outside, "推荐一个~", "recommend a ~"],
  [outside, "~是什么", "what is ~"],
];

/** What is asked of every kind of goods, and in the same words of what is none. */
export function asksAboutGoods(): LabelledText[] {
  return [...asked(wordings, goods), ...asked(worldly, world)];
}

function asked(wordings: Wording[], things: Record<Language, string[]>): LabelledText[] {
  return wordings.flatMap(([label, zh, en]) => [
    ...things.zh.map((thing) => ({ text: zh.replace("~", thing), label })),
    ...things.en.map((thing) => ({ text: en.replace("~", thing), label })),
  ]);
}
