/**
 * A point that goods are asked about: its name, how shoppers ask, and what catalogues call it. `values` knows it by how it
 * is put, whatever its name there, and `near` names what helps where it is not stated itself.
 */
export type Topic = { zh: string; en: string; asks: RegExp; keys: RegExp; values?: RegExp; near?: RegExp };

/** What is asked about goods, in shoppers' words and in catalogues'. */
const topics: Topic[] = [
  {
    zh: "材质",
    en: "the material",
    asks: /材质|材料|面料|成分|什么料|纯棉|含棉|不锈钢|真皮|里面(?:是|装的)?[啥什]|填充|material|fabric|made of|cotton|leather|filled with|filling/i,
    keys: /材质|材料|面料|成分|填充|material|fabric|upper|filling|\bfill\b/i,
  },
  {
    zh: "配料",
    en: "the ingredients",
    asks: /配料|成分|过敏(?!了)|添加|无糖|香精|酒精|ingredient|allerg|gluten|\bnuts?\b|peanut|dairy|sugar|alcohol|fragrance/i,
    keys: /配料|成分|过敏|ingredient|allerg/i,
  },
  {
    zh: "容量",
    en: "the capacity",
    asks: /容量|毫升|多少升|几升|能装多少|装[得的]?下|放[得的]?下|多少ml|内存|存储|capacity|volume|how much (?:does it|can it|will it) hold|storage(?! (?:temp|condition|instruction))/i,
    keys: /容量|内存|存储|capacity|volume|storage$/i,
    near: /尺寸|dimension/i,
  },
  {
    zh: "适合几个人用",
    en: "how many people it is for",
    asks: /[几多少两三四五六七八十\d]+\s*(?:个人|口(?:人|之家|用)|人[用吃份])|够不?够?用|how many (?:people|persons|servings)|family of|serves?\b/i,
    keys: /人数|份数|serv/i,
    values: /\d\s*人|\b(?:people|persons|servings)\b/i,
  },
  {
    zh: "适用肤质",
    en: "the skin type",
    asks: /[油干混]皮|敏感[肌皮]|痘[肌皮]|肤质|肌肤|[干油混]性|\bskin\b/i,
    keys: /肤质|肌肤|skin/i,
  },
  {
    zh: "适用年龄",
    en: "the age it is for",
    asks: /[\d一二三四五六七八九十几]\s*岁|多大的?(?:孩|宝|娃|小朋友)|\d+个?月大?的?(?:宝|婴|娃|孩)|(?:^|它)\s?那?\d+个月[呢的吗]*$|年龄|\bage[sd]?\b|years? old|\bmonths? old|(?:小孩|孩子|儿童|宝宝|婴儿|娃).{0,3}[能可适]|\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies))\b/i,
    keys: /年龄|岁|人群|\bages?\b/i,
  },
  {
    zh: "适合哪些人",
    en: "who it is for",
    asks: /孕妇|哺乳|老人|男[生士的人]|女[生士的人]|pregnan|nursing|elderly|\b(?:men|women|unisex)\b/i,
    keys: /人群|性别|适用对象|gender|suitable for/i,
    values: /男女|孕|unisex|pregnan/i,
  },
  {
    zh: "续航",
    en: "battery life",
    asks: /续航|电池|用多久|能用多|battery|how long (?:does|will|can) .{0,60}\b(?:last|run|play)/i,
    keys: /续航|电池|battery|playtime|run ?time/i,
  },
  {
    zh: "充电",
    en: "charging",
    asks: /充满|充电要|充电时间|怎么充|to charge|charging/i,
    keys: /充电|电池|charg|battery/i,
  },
  {
    zh: "燃烧时间",
    en: "how long it burns",
    asks: /(?:烧|燃)(?:得?了?多久|多长|几个?小时)|燃烧|burn(?:s|ing)? (?:time|for)|how long .{0,60}\bburn/i,
    keys: /燃烧|burn/i,
    values: /燃|\bburns?\b/i,
  },
  {
    zh: "重量",
    en: "the weight",
    asks: /(?<![承载负])重量|多重|几斤|(?<!承)[重轻沉][吗么]|很[重轻沉]|净含量|多少[千毫]?克|(?<!how much )weight(?! limit)|\bweighs?\b|how heavy|\bheavy\b/i,
    keys: /(?<![承载负])重量|净重|净含量|^(?:net |gross )?weight$/i,
  },
  {
    zh: "承重",
    en: "how much it can bear",
    asks: /承重|载重|负重|能承受|weight limit|load\b|how much weight/i,
    keys: /承重|载重|负重|load|max(?:imum)? weight/i,
  },
  {
    zh: "尺寸",
    en: "the dimensions",
    asks: /尺寸|长宽高|多长(?!时间)|多宽|多高|多大|几寸|屏幕|拖地|dimension|how (?:big|large|wide|tall)|how long (?:is|are) (?!.{0,60}(?:last|warrant|shelf|battery|guarantee))|screen/i,
    keys: /尺寸|规格|长度|宽度|高度|[衣裙裤袖]长|屏幕|dimension|^size$|screen|length/i,
    values: /[衣裙裤袖]长|\d ?(?:cm|in(?:ches)?) long/i,
    near: /容量|capacity/i,
  },
  {
    zh: "数量",
    en: "how many there are",
    asks: /(?:几|多少)(?:本|册|支|片|罐|袋|粒|颗|张|条|块|件套|个装)(?!有货|优惠|包邮|一共)|how many (?:books|pieces|packs|bags|cups|sheets|pairs|tins|pages)/i,
    keys: /数量|件数|quantity|count/i,
    values:
      /\d\s*(?:本|册|支|片|罐|包|袋|粒|颗|张|条|块|件套)|\bset of \d|\d (?:\w+ )?(?:books|hardbacks|pieces|packs|bags|blocks|tins)/i,
  },
  {
    zh: "功率",
    en: "the power",
    asks: /功率|多少瓦|几瓦|瓦数|快充|费电|耗电|power(?! ?bank)|watt|fast charg/i,
    keys: /功率|快充|输出|power|watt|output/i,
    values: /\d\s*(?:瓦(?!时)|W\b)/,
  },
  {
    zh: "防水",
    en: "water resistance",
    asks: /防水|防泼水|防雨|雨天|下雨|淋雨|雨衣|游泳|洗澡|进水[吗么]|waterproof|water.?resist|\bswim|\brain\b/i,
    keys: /防水|waterproof|water/i,
  },
  { zh: "防滑", en: "grip", asks: /滑[吗么]|防滑|打滑|slip|grip/i, keys: /防滑|slip|grip/i, values: /防滑|non-?slip/i },
  {
    zh: "会不会烫手",
    en: "how hot it gets",
    asks: /烫手|(?<![免熨])烫[吗么]|hot to (?:the )?touch/i,
    keys: /防烫/,
    values: /防烫|cool.?touch/i,
  },
  {
    zh: "产地",
    en: "where it is made",
    asks: /产地|哪里产|哪产|哪里?生产|国产|进口|made in|where is it made|origin/i,
    keys: /产地|origin|made/i,
  },
  { zh: "品牌", en: "the brand", asks: /牌子|品牌|brand/i, keys: /品牌|brand/i },
  {
    zh: "保质期",
    en: "the shelf life",
    asks: /保质期|生产日期|过期|放[得了能]?多久|shelf life|expir|how long (?:does|will|can) .{0,60}\b(?:last|keep(?! .{0,20}(?:hot|warm|cold|cool)))/i,
    keys: /保质|生产日期|使用期限|shelf|expir|use within/i,
  },
  {
    zh: "怎么保存",
    en: "how to store it",
    asks: /储存|保存|存放|冰箱|冷藏|冷冻|常温|放[得了能]?多久|refrigerat|fridge|freez|how (?:do|should|to) .{0,40}store/i,
    keys: /储存|保存|存放|贮藏|^storage|keep /i,
    values: /冷藏|冷冻|常温|fridge|chill/i,
  },
  {
    zh: "适合的气温和季节",
    en: "the weather it is for",
    asks: /零下|气温|多少度(?!电)|暖和|保暖|[穿盖]?热[吗么]|冷[吗么]|季节|夏天|冬天|春秋|warm enough|(?:^|\s)-\s?\d{1,2}\b|(?:cold|hot) weather|winter|summer|season/i,
    keys: /季节|气温|保暖|季$|season|temperature rating|warmth/i,
    values: /零下|-\d+ ?°/,
  },
  {
    zh: "洗涤方式",
    en: "washing",
    asks: /机洗|手洗|怎么洗|水洗|能洗|怎么清洗|(?<!dish)wash/i,
    keys: /洗|护理|wash|care/i,
  },
  { zh: "保修", en: "the warranty", asks: /保修|质保|联保|warranty|guarantee/i, keys: /保修|质保|warranty|guarantee/i },
  {
    zh: "配件",
    en: "what is in the box",
    asks: /配件|包含|包装里|送充电|附带|盖子?[没吗]|送(?:不送)?(?:电池|充电|收纳|包装|配|[线头袋盒盖])|included|in the box|come with/i,
    keys: /配件|清单|包装|内含|included|accessor|box|contents/i,
  },
  {
    zh: "评价",
    en: "what buyers say",
    asks: /好评|评价|评分|口碑|reviews?\b|rating/i,
    keys: /好评|评价|评分|口碑|review|rating/i,
  },
  {
    zh: "销量",
    en: "how well it sells",
    asks: /销量|月销|卖了多少|how many.{0,12}sold/i,
    keys: /销量|月销|sales|sold/i,
  },
  {
    zh: "噪音",
    en: "the noise",
    asks: /噪音|静音|吵|声音|分贝|nois|quiet|silent|\bloud/i,
    keys: /噪|静音|分贝|nois|decibel/i,
    values: /静音|silent|quiet|\d ?dB/,
  },
  {
    zh: "保温时间",
    en: "how long it keeps warm",
    asks: /保温|保冷|keep.{0,20}(?:warm|hot|cold|cool)|(?:warm|hot|cold) for/i,
    keys: /保温|保冷|insulat|keeps|heat retention/i,
  },
  {
    zh: "能配哪些设备",
    en: "what it works with",
    asks: /ipad|iphone|\bmac(?:book)?\b|苹果|安卓|华为|小米|手机|平板|电脑|笔记本|android|tablet|laptop|\bphones?\b/i,
    keys: /兼容|机型|compatib/i,
    values: /(?:手机|平板|电脑|机型)(?![壳套膜包支])|\b(?:phones?|tablets?|laptops?|models)\b(?! (?:case|stand|bag))/i,
    near: /适用$|连接|接口|connect|ports/i,
  },
  {
    zh: "接口和连接",
    en: "connections",
    asks: /蓝牙|接口|连接|无线|有线|兼容|适用|机型|bluetooth|compatib|connect|usb|work with|wired/i,
    keys: /蓝牙|接口|连接|兼容|适用|bluetooth|compatib|connect|interface|\bports?\b/i,
  },
  {
    zh: "香味",
    en: "the scent",
    asks: /味道|香味|气味|香型|[什啥]么?香|难闻|好闻|smell|scent/i,
    keys: /香味|香型|气味|口味|scent|smell|flavou?r/i,
    near: /配料|成分|ingredient/i,
  },
  { zh: "留香时间", en: "how long the scent lasts", asks: /留香|longevity/i, keys: /留香|longevity/i },
  {
    zh: "口味",
    en: "the taste",
    asks: /口味|好吃|[甜辣酸苦]|味道|taste|flavou?r|sweet|spicy/i,
    keys: /口味|风味|味道|香味|flavou?r|taste|scent/i,
  },
  {
    zh: "颜色",
    en: "the colours",
    asks: /颜色|什么色|colou?rs?\b/i,
    keys: /颜色|色号|^色$|^colou?rs?$|shade/i,
  },
  {
    zh: "能否带上飞机",
    en: "taking it on a plane",
    asks: /[上坐带](?:上|着)?飞机(?!票)|登机|安检|\bon(?:to)? (?:a |the |my )?(?:plane|flight|airplane)|carry.?on/i,
    keys: /飞机|登机|flight/i,
    values: /飞机|登机|\bplanes?\b|flight/i,
  },
];

/** The points that a question is about. */
export function topicsAsked(text: string): Topic[] {
  const question = asQuestion(text);
  return topics.filter(({ asks }) => asks.test(text) || asks.test(question));
}

/** "滑不滑" and "烫手不" ask what "滑吗" and "烫手吗" ask. */
function asQuestion(text: string): string {
  return text
    .trim()
    .replace(/(\p{Script=Han}{1,2}?)[不没]\1/gu, "$1吗")
    .replace(/[不没](?=[\s\p{P}]*$)/u, "吗");
}
