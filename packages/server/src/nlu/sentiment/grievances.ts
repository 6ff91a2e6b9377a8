type Grievance = { when: RegExp; weight: number };

/** Anger without an emotional word: urging again and again, being left waiting, contempt. Weights as in the lexicons. */
const grievances: Grievance[] = [
  {
    when: /(?:催|问|说|打|联系|反映|申请|投诉)了?(?:你们)?(?:[三四五六七八九十]|\d+|几|好几|多少|无数|n)[次遍回个]/,
    weight: -3,
  },
  {
    when: /(?:等|拖|催|问)了?(?:你们)?(?:半天|好久|这么久|那么久|半个?月|一个?[多]?(?:月|星期|礼拜)|好几天|[三四五六七八九十\d]+多?[天周])(?!能|可以|左右|内|到)/,
    weight: -2,
  },
  {
    when: /什么(?:破|垃圾|烂|鬼|狗屁|态度|玩意|服务啊|东西啊|人啊|意思啊|(?:质量|效率|速度|售后)[啊呀嘛]?[!?。]*$)|破(?:玩意|东西|店|公司|客服|快递|平台)|烂(?:东西|店|货|平台|客服)/,
    weight: -3.5,
  },
  { when: /(?:有没有|还有没有|到底有没有)(?:人管|搞错|良心|诚信|信用|责任心)/, weight: -3 },
  {
    when: /(?:你们)?到底(?:什么时候|能不能|发不发|管不管|给不给|退不退|行不行|想怎样|怎么回事|在干|会不会)/,
    weight: -2.5,
  },
  {
    when: /(?:怎么|为什么|咋)(?:还|一直|总是|老是)(?:不|没|没有)(?:给|人|有人)?(?:回复|处理|解决|理|回|管)/,
    weight: -2,
  },
  {
    when: /(?:搞|弄|干)(?:什么|毛|啥)(?:鬼|啊|呢|东西|名堂)|什么情况啊你们|有完没完|还要不要|还想不想|能不能行/,
    weight: -2.5,
  },
  { when: /(?:这么|那么|如此)(?:差|烂|坑|不负责|敷衍|垃圾)|差(?:得|的)(?:要死|很|离谱|一塌糊涂)/, weight: -3.5 },
  {
    when: /(?:态度|服务|质量|体验|客服|物流|快递)(?:真|也?太|太|这么|好|非常|很|极其|特别|都)?(?:差|烂|垃圾|恶劣)/,
    weight: -3.5,
  },
  {
    when: /不(?:想|愿意?)(?:再)?(?:跟|和)你(?:们)?(?:废话|说|啰嗦)|少(?:废话|来这套)|别(?:废话|糊弄|敷衍|忽悠)/,
    weight: -3,
  },
  {
    when: /第(?:[二三四五六七八九十]|几|n|\d+)[次遍回]了|第[几n][次遍回]|又(?:来了|是这样|是这句)|每次都(?:这样|是)|说了?(?:多少|几|无数|好几)[遍次]/,
    weight: -2.5,
  },
  {
    when: /凭什么|莫名其妙|不可理喻|忍不(?:了|下去)|受够|有什么用(?!途|处|法)|(?:钱|白).{0,2}打水漂|白(?:等|跑|花)了?|货不对板|堪忧|要命|[耍玩]我(?:呢|玩|们|吧)|不指望|说不[清通]/,
    weight: -2.5,
  },
  {
    when: /(?:一直|都|到现在|至今|天|周|个月|小时|星期|礼拜)(?:了)?[,，]?\s*(?:还|也|都)?(?:没有?|不)(?:人|动静|发|到账|处理|解决|回|理|给|退|补|音信|下文)(?!货吗|吗)/,
    weight: -2,
  },
  {
    when: /(?:都|已经|快)(?:过去)?(?:[一二两三四五六七八九十半]|\d+|好几|几)个?多?(?:天|周|星期|礼拜|月|小时|钟头)了(?!吗)/,
    weight: -2.5,
  },
  {
    when: /别再(?:给|跟|让|说|发|复制|拿)|(?:说好|答应|承诺)(?:的|好的|过的?).{0,10}(?:呢|没|不)|不是(?:坑|骗|耍|玩)人?|(?:没|有没有)人管|谁(?:都)?不管|踢皮球|推来推去/,
    weight: -2.5,
  },
  {
    when: /(?:根本|完全|压根)(?:不能|没法|不)用|没法(?:睡|看|穿|吃)|[拿把当]我当?(?:傻|猴|冤大头)|霸王条款|强制消费|反咬一口|浪费(?:我|时间)|给(?:我)?个(?:交代|说法|解释)|没有?信誉|没人(?:处理|理我)|说点有用/,
    weight: -2.5,
  },
  {
    when: /\b(?:third|fourth|fifth|\d+(?:th|rd)) time\b|\bhow many times\b|\bstill (?:no (?:answer|reply|response)|waiting)\b|\bfor (?:days|weeks|ages|hours|months)\b|\bhow (?:hard|is this|much longer)\b|\bwhy (?:does|is) (?:it|this) tak(?:e|ing)\b|\bstill nothing\b|\b(?:never|not) (?:again|coming back|buying)\b|\bwast(?:e|ing|ed) (?:of |my )/i,
    weight: -2.5,
  },
  {
    when: /\b(?:nobody|no one) (?:answers|replies|cares|helps)|\bare you (?:kidding|serious)\b|\bwhat the (?:hell|heck)\b|\bfed up\b|\bsick of\b|\bunacceptable\b|\bscam(?:mers?)?\b|\bridiculous\b|\bjoke of a\b|\brip[- ]?off\b|\bthie(?:f|ves)\b|\bnot as described\b|\bstill not (?:solved|fixed|resolved)\b|\b(?:so|too) slow\b|\bsold me a fake\b/i,
    weight: -3,
  },
  {
    when: /不是(?:都)?(?:说好|答应|保证|承诺)|(?:答应|说好|保证|承诺)(?:我|今天|昨天|给我).{0,8}(?:呢|没|又没|还没)|当[初时](?:客服)?(?:怎么|可不是|是怎么)|说一套做一套|一[天人]一个说法|说的都不一样/,
    weight: -2.5,
  },
  {
    when: /(?:又|还)(?:发错|少发|漏发|没送到|坏了|是坏的|不行了)|(?:换|修|补)了(?:[一二两三几]次)?还是(?:坏|不行|老样子)|第[二三四五]次(?:发错|收到坏|坏)|(?:发|搞|弄|开)错了?[,，]?.{0,4}[二三四五]回/,
    weight: -2.5,
  },
  {
    when: /(?:也|还)(?:敢|好意思)(?:卖|发|说|拿|要)|(?:二手|旧|坏|烂|假|次)的?(?:货|东西)?(?:当|充)(?:新|好|真|正品)|别人(?:用|穿|退)过?(?:回来)?的.{0,4}(?:发|给|寄)|明(?:显|摆着)是(?:假|用过|二手|别人)|(?:跟|和|与)(?:图片|描述|照片|宣传).{0,3}(?:完全|根本|差太多|两码事)/,
    weight: -2.5,
  },
  {
    when: /(?:亏|枉|白瞎)(?:了)?我|智商税|(?:买|亏)(?:大|惨)了|买亏|打发叫花子|好?糊弄(?:我|谁)|当我好|套路|装死|已读不回|一问三不知|有病吧|没良心|心态崩|合适吗$|过分了|不合适吧|谁(?:赔|负责|补偿)我|霸王|乱收费|取关|拉黑|卸载了|我也是醉|忍很久/,
    weight: -2.5,
  },
  {
    when: /(?:没经过|没问)我.{0,4}(?:就|同意)|没送到就|(?:付|收|扣)了(?:钱|款)?.{0,3}(?:货|人).{0,2}(?:没|不见)|钱(?:付|收|扣)了.{0,4}(?:没|不)|(?:钱|货|东西)(?:也)?没.{0,4}(?:也没|也不)|光(?:道歉|说|记录)|(?:抱歉|道歉|对不起)(?:能|有)(?:什么)?(?:用|当)|让.{0,4}找.{1,5}让.{0,4}找|你推我|老是这[一句]|别老(?:让|是)/,
    weight: -2.5,
  },
  {
    when: /(?:回复?|发货|处理|速度|消息|物流|快递)(?:也|得|的)?(?:真|太|这么|那么|好|够)慢|(?:回|发)(?:个|一句|条)?(?:消息|话|货|票)?(?:就)?要(?:等)?(?:半|一|两|几)个?(?:小时|天|月)|开个.{1,4}这么费劲|为什么就是不|(?:半|两|三)个?(?:月|周|星期)了?.{0,3}(?:还没|没)|[一两三四五六七八九十\d]+(?:天|周|个月)了?(?:还(?:没|在|是)|没动)/,
    weight: -2,
  },
  {
    when: /\bwtf\b|\bwhat the f\b|\bshut up\b|\bare you even\b|\bthanks for nothing\b|\bthis isn'?t right\b|\bnot (?:cool|impressed)\b|\b(?:so|very) poor\b|\blies\b|\bis a (?:lie|joke|trick)\b|\b(?:cheap|lazy|useless|absolute) (?:junk|support|service|people)\b|\bcheaply made\b|\bdo(?:n'?t| not) (?:buy|shop|bother|waste|blame)\b|\blost (?:a|me as a) customer\b|\b(?:business|money) elsewhere\b|\btoo little too late\b/i,
    weight: -3,
  },
  {
    when: /\bhow (?:can|could|is) (?:you|this|that|it) (?:do|send|treat|acceptable|possible)|\b(?:takes?|taking) (?:forever|so long|too long)\b|\bhow long am i\b|\bdone waiting\b|\byou (?:said|promised|told me)\b|\bnot what i was told\b|\b(?:every|each) time (?:i|a)\b|\b(?:two|three|four|ten|\d+) (?:days|weeks|months)(?:,| and)|\b(?:second|third) (?:wrong|time)\b|\b(?:broken?|wrong|late|delayed|cancelled) (?:item )?again\b|\breplacement is (?:also )?(?:broken|wrong)|\b(?:wow|great|wonderful|nice),? (?:just|another|again|it broke|delayed|oh)|\boh great\b|\bsorry (?:doesn'?t|won'?t|is not)\b|\b(?:fix|do) (?:this|it|something) now\b|\bnothing like the\b|\bdidn'?t bother\b|\bbecause of you\b|\bnever worked\b|\bnobody\b.*\b(?:answers?|replies|cares|helps)\b|\bi demand\b|\bsee you in court\b/i,
    weight: -2.5,
  },
  // What follows is mild: waiting without a figure, pressing, promises not kept, silence.
  {
    when: /(?:怎么|咋)(?:还|会|都)?(?:这么|那么)(?:慢|久|难|麻烦)|(?:已经|都|等了?)(?:这么|那么)(?:久|多天|长时间)|^(?:这么|那么)(?:久|慢|多天)了?$|迟迟(?:没|不|未)|(?:为什么|为何|怎么)(?:到现在|至今|一直|迟迟|都.{1,4}天了)/,
    weight: -2,
  },
  {
    when: /(?:马上|立刻|立即|赶紧|赶快|快点?)(?:帮|给)我|(?:马上|立刻|立即|赶紧|赶快)(?:回复|处理|安排|解决|发货|退)|快点(?:行|好|可以)(?:吗|么|不)|(?![哈呵嘻嗯好谢是对])(\p{Script=Han}{2,4})\1\1/u,
    weight: -1.5,
  },
  {
    when: /不是(?:都)?(?:说|讲|显示|写着|告诉).{0,16}(?:吗|么|嘛|呢|的)|(?:怎么|咋)(?:又|能这样|可以这样|会这样|老是|总是|天天)|又(?:改|变|不(?:能|行|给|让|支持|发)|没(?:货|人|来|收到|发|到)|取消|延|推迟|骗|让我|要我)|(?:说|显示|写)的?.{0,10}(?:号|点|天|小时)(?:到|送|发).{0,8}(?:都|现在|结果|还没)/,
    weight: -2,
  },
  {
    when: /^(?:唉|哎(?![呀哟])|无语|呵呵|服了)|(?:没人|没有人)(?:来|联系|回|理|处理|管|接|给)|(?:打|联系)不[通上].{0,6}(?:客服|电话|快递)|(?:电话|客服|热线)(?:一直|老|总|永远)?(?:打不通|没人接|占线|没反应)|一直(?:不|没(?!问题|关系)|占线|转圈)/,
    weight: -1.5,
  },
];

/** What the wording alone says about the mood: the sum of the grievances found, 0 or below. */
export function grievancesIn(text: string): number {
  return grievances.reduce((sum, { when, weight }) => (when.test(text) ? sum + weight : sum), 0);
}
