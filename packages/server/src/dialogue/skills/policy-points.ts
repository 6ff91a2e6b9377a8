import type { Language } from "@yiwen/shared";
import type { Intent } from "../../nlu/intents/registry.ts";

/** A question that many shops' policies answer in a section of its own, however shoppers word it. */
export type PolicyPoint = {
  intent: Intent;
  when: RegExp;
  unless?: RegExp;
  /** The plain question, as a policy would put it. */
  ask: Record<Language, string>;
};

/** Words that make a question one about the shopper's own order. */
const own =
  /我的|我(?:这|那)|订单|单号|还[没未不]|怎么[没未不]|为什么|为啥|昨[天晚]|前[天几]|已经|都.*[天了]|买的|拍的|下的单|\b(?:my|mine|yet|already|yesterday|order(?:ed)?)\b|\bstill\b|hasn'?t|haven'?t/i;

const point = (
  intent: Intent,
  when: RegExp,
  [zh, en]: readonly [string, string],
  unless?: RegExp,
): PolicyPoint => ({ intent, when, ask: { zh, en }, ...(unless && { unless }) });

/** In the order of their precision: the first that fits is meant. */
export const policyPoints: readonly PolicyPoint[] = [
  point("shipping", /(?:发|用|走|寄|是|送)的?(?:是)?(?:什么|啥|哪家|哪个|哪种|哪一家)(?:快递|物流)|哪家快递|(?:发|用|走|换成?|寄)(?:顺丰|中通|圆通|申通|韵达|邮政|京东|极兔|ems)|(?:指定|选择?|换)快递|\bwhich (?:courier|carrier)\b|what (?:courier|carrier)|\b(?:fedex|dhl|ups)\b/i, ["发什么快递", "which courier do you use"], own),
  point("shipping", /(?:几天|多久|多长时间|多少天|几号)(?:内|之内)?(?:才|就)?(?:能|可以|会)?(?:发货|发出|出货|寄出)|(?:现在|今[天晚]|下午|晚上)(?:下单|拍|买|付款).{0,6}(?:什么时候|几时|何时|多久|能|可以).{0,4}发|从?哪[里儿]?(?:发货|寄出?|发出)|哪个仓|发货地|\bwhere do you ship from\b|how (?:soon|fast|quickly).{0,16}\b(?:ship|dispatch)|when (?:will|do|would) you (?:ship|dispatch|send)/i, ["什么时候发货", "when will my order ship"], own),
  point("shipping", /(?:几天|多久|多长时间|多少天)(?:内|之内)?(?:才|就)?(?:能|可以|会)?(?:送?到|收到|送达|收货|到货)|(?:运输|配送|快递|物流|路上).{0,4}(?:几天|多久|时间|时效)|\bhow (?:long|many days|fast).{0,30}\b(?:deliver|arrive|shipping take|get here|delivery)/i, ["几天能到，什么时候送到", "how long does delivery take"], own),
  point("shipping", /港澳|香港|澳门|台湾|国外|海外|国际|境外|\b(?:overseas|abroad|international(?:ly)?|worldwide|hong kong|macao|taiwan|outside (?:of )?china)\b|ship to (?:the )?(?:us|usa|uk|canada|australia|europe|japan|singapore)\b/i, ["能送到港澳台和国外吗", "do you ship abroad"]),
  point("shipping", /自提(?!柜?取件码)|自取|放(?:在|到)?(?:驿站|快递柜|丰巢|门卫|菜鸟)|\b(?:self[- ]?pick ?up|pick (?:it )?up (?:myself|in person|at)|parcel locker)\b/i, ["可以自提吗，能放驿站或快递柜吗", "can I pick up my order or use a locker"]),
  point("shipping", /(?:一起|同时|一块)(?:发|寄|到)|分(?:开|几个|两个)(?:发|寄|包裹)|拆(?:单|分)|\b(?:one|same|separate) (?:parcel|package|shipment)s?\b|ship(?:ped)? together/i, ["多件商品会一起发吗", "will my items come in one parcel"], /合并|备注/),
  point("shipping", /(?:显示|写着|说)(?:是|的)?已?(?:经)?(?:签收|送达|妥投)|被?(?:别人|他人|谁)签收|\bsays? (?:it(?:'s| is| was)? )?(?:been )?delivered\b|marked as delivered/i, ["显示已签收但我没收到怎么办", "it says delivered but I did not receive it"]),
  point("shipping", /(?:物流|快递).{0,6}(?:不更新|没更新|不动|停了|卡住|停滞|没动静|没变化)|(?:丢件|丢了|寄丢|弄丢)|tracking.{0,12}(?:stuck|not updat|hasn'?t|no update)|lost (?:in transit|parcel|package)/i, ["物流一直不更新、快递不动了怎么办", "my tracking has not updated"], /发票|说明书|吊牌|收据/),
  point("shipping", /拒收|验货|当面(?:检查|验)|\brefuse (?:the |a )?(?:parcel|package|delivery|box)/i, ["收货时要先验货吗，能拒收吗", "can I refuse a damaged box"]),
  point("shipping", /包邮|免(?:运费|邮)|(?:要|收|有|多少)(?:不要)?(?:运费|邮费)|(?:运费|邮费).{0,3}(?:多少|怎么|几块)|free (?:shipping|delivery)|(?:shipping|delivery) (?:cost|fee|charge)|how much.{0,12}(?:shipping|delivery|postage)/i, ["运费多少钱，满多少包邮", "how much is shipping, is there free shipping"], /退|换货|维修|保修|\b(?:return|exchange|repair)/i),
  point("exchange", /换.{0,6}(?:运费|邮费|快递费)|(?:postage|shipping|pays?).{0,20}exchange|exchange.{0,20}(?:postage|shipping cost)/i, ["换货运费谁出", "who pays for shipping on an exchange"]),
  point("exchange", /换(?:货|码|新)?.{0,3}(?:要|需要)?(?:几天|多久|多长时间)|how long.{0,20}exchange/i, ["换货要多久", "how long does an exchange take"]),
  point("exchange", /(?:换(?:成|一个|个|个?别的|其他|另)|补差价).{0,4}(?:商品|款|别的|产品)|different product/i, ["可以换成别的商品吗，有差价怎么办", "can I exchange for a different product"], /降价|价保/),
  point("repair", /(?:维修|修).{0,4}(?:要|需要)?(?:几天|多久|多长时间)|how long.{0,20}\brepair/i, ["维修要多久", "how long does a repair take"], /保修|质保/),
  point("repair", /过(?:了)?(?:保修|质保|保)|超过?(?:了)?(?:保修|质保|保)|保外|out of warranty|after the warranty/i, ["过了保修期还能修吗，怎么收费", "can you repair it after the warranty"], /价/),
  point("warranty", /(?:不|哪些|什么).{0,4}保修(?!多|期|几)|人为损坏|进水|摔(?:坏|了)|not covered/i, ["哪些情况不保修", "what is not covered by the warranty"]),
  point("repair", /报修|申请维修|怎么(?:维修|修)|去哪.{0,2}修|(?:send|get).{0,16}(?:repaired|fixed)/i, ["怎么申请维修", "how do I get something repaired"]),
  point("install", /说明书|配件.{0,3}(?:丢|坏|买|少)|\b(?:lost|need).{0,8}manual\b|spare parts?/i, ["说明书丢了、配件坏了怎么办", "I lost the manual or broke a part"]),
  point("install", /(?:安装|上门装)|\binstall(?:ation|ed)?\b(?!ment)/i, ["需要安装吗，有安装服务吗", "does it need installation"]),
  point("returnGoods", /(?:退货|退回|寄回|退换)?.{0,4}(?:运费|邮费|快递费).{0,6}(?:谁|承担|出(?:[?？]|$)|要我)|运费险|(?:who|you|me).{0,8}pay.{0,16}(?:return|send.{0,6}back)|return (?:shipping|postage)/i, ["退货运费谁出，有运费险吗", "who pays for return shipping"], /修|换货/),
  point("returnGoods", /吊牌|洗过|下过?水|穿(?:过|了一)|试穿|拆(?:封|了|开)|\b(?:tags?|worn|washed|tried on|opened)\b/i, ["吊牌剪了、洗过还能退吗", "can I return it if the tag is cut or it has been washed"], /发错|几天/),
  point("returnGoods", /(?:退|寄回|寄).{0,4}(?:哪|地址)|上门取(?:件|货|退)?|取件|where.{0,16}send.{0,12}(?:return|back)|return address|pick(?:ed)? up the return/i, ["退货地址是哪里，可以上门取件吗", "where do I send the return, can a courier collect it"], /退款|发票|取件码|收货|款.{0,2}退/),
  point("returnGoods", /(?:只|单独|部分).{0,3}退.{0,4}(?:一|部分|其中|件|个)|退其中|partial return|return (?:only )?(?:one|part)/i, ["可以只退其中一件吗", "can I return only part of an order"]),
  point("returnGoods", /(?:哪些|什么|啥).{0,6}(?:不能|不可以|不支持|不给).{0,4}退|(?:what|which).{0,20}(?:can'?t|cannot|not).{0,10}return/i, ["哪些商品不能无理由退货", "which items can't be returned without a reason"]),
  point("returnGoods", /(?:超过?|过)(?:了)?(?:\d+|[七十一]|退货)(?:天|期|时间).{0,6}退|退货.{0,3}过期|return.{0,12}(?:after|past|late)\b/i, ["超过7天还能退吗", "can I return after 7 days"]),
  point("returnGoods", /(?:7|七)\s*天.{0,4}(?:无理由|退)|无理由|不(?:喜欢|合适|想要|满意).{0,8}退|(?:可以|能|给|支持|让)退(?:货|吗|不|么|$)|return policy|(?:accept|do) (?:you )?(?:do )?returns?\b|(?:can|may|could) i return\b|\breturn(?:able|s)?\?*$/i, ["支持7天无理由退货吗", "do you accept returns within 7 days without a reason"], /怎么退|如何退|流程|退款|发票/),
  point("returnGoods", /(?:仅|只)退款|退款不退货|refund without return/i, ["只退款不退货可以吗", "can I get a refund without returning the item"]),
  point("refundProgress", /退(?:款|的钱)?.{0,4}(?:到|回)(?:哪|什么|卡|银行|微信|支付宝|原|余额)|款.{0,4}(?:退|返)(?:到|回)?哪|(?:换|别)的?(?:账户|卡).{0,4}退|(?:where).{0,12}refund (?:go|to)|refund.{0,12}(?:another|different) (?:card|account)/i, ["退款退到哪里，可以退到别的账户吗", "where does the refund go, can it go to another account"]),
  point("refundProgress", /退.{0,6}(?:少了|不够|不对|少退|变少)|(?:退款|退的).{0,3}金额|refund.{0,12}(?:less|lower|smaller|short)/i, ["退款金额为什么比付的少", "why is my refund less than I paid"]),
  point("refundProgress", /退款?成功.{0,8}没(?:收|到)|refund.{0,14}(?:completed|successful).{0,20}(?:no|not|but)/i, ["显示退款成功但没收到钱怎么办", "the refund says completed but I have no money"]),
  point("refundProgress", /退(?:款|钱)?.{0,4}(?:一般|通常)?(?:要|需要)?(?:多久|几天|多长时间|几个工作日)|how long.{0,16}refund/i, ["退款多久到账", "how long does a refund take"], own),
  point("priceProtection", /(?:别|其他|其它|另一).{0,3}(?:家|店|平台).{0,6}(?:便宜|价)|price match|match (?:the |a )?prices?|cheaper (?:elsewhere|at another)/i, ["别家更便宜能退差价吗", "another shop is cheaper, do you match prices"]),
  point("priceProtection", /(?:忘|没).{0,4}(?:用|使用).{0,3}(?:优惠)?券|券.{0,3}(?:没用上|忘)|forgot.{0,14}coupon/i, ["优惠券没用上可以补吗", "I forgot to use a coupon, can it be added"]),
  point("priceProtection", /(?:不|哪些|什么).{0,4}(?:能|可以|支持|参加)?价保/i, ["哪些情况不能价保", "when does price protection not apply"], /怎么|如何/),
  point("priceProtection", /(?:怎么|如何|哪里|在哪).{0,4}(?:申请)?(?:价保|价格保护|退差价|补差价)|(?:价保|价格保护).{0,4}(?:怎么|如何|流程|哪里|申请)|how.{0,8}claim/i, ["怎么申请价保", "how do I claim price protection"]),
  point("priceProtection", /降价|价保|价格保护|保价|(?:补|退|返).{0,2}差价|price (?:drop|went down|protection)|got cheaper/i, ["买完降价了可以退差价吗", "the price dropped after I bought, can I get the difference back"], /换|退款进度/),
  point("invoice", /专票|专用发票|增值税|special vat/i, ["能开专票吗", "do you issue special VAT invoices"]),
  point("invoice", /(?:抬头|发票|税号|开票).{0,6}(?:错|改|换开|重开|修改|更改)|(?:改|换|重开).{0,3}(?:抬头|发票|税号)|invoice.{0,16}(?:wrong|chang|correct|reissue)/i, ["发票抬头开错了能改吗，可以换开吗", "the invoice title is wrong, can it be changed"]),
  point("invoice", /(?:抬头|税号).{0,6}(?:填|写|什么|要)|(?:公司|单位|个人)抬头|invoice title|company.{0,10}invoice/i, ["发票抬头怎么填，公司抬头需要什么", "what do I put as the invoice title"]),
  point("invoice", /纸质|(?:随|跟|和)货.{0,4}(?:发票|一起)|paper invoice|invoice in the (?:parcel|box)/i, ["有纸质发票吗", "is there a paper invoice in the parcel"], /多件/),
  point("invoice", /发票.{0,6}(?:在哪|哪里|下载|没收到|没看到|查看|呢)|(?:下载|找|看).{0,4}发票|(?:download|find|where).{0,14}invoice|(?:not|n't).{0,12}invoice/i, ["电子发票在哪里下载，没收到发票怎么办", "where do I download my invoice"]),
  point("invoice", /(?:发票|开票).{0,2}(?:金额|多少钱|内容)|invoice amount/i, ["发票金额是多少，用了优惠券怎么开", "what amount is on the invoice if I used a coupon"]),
  point("invoice", /退.{0,6}发票|return.{0,16}invoice|invoice.{0,16}return/i, ["退货后发票怎么办", "what happens to the invoice after a return"], /没/),
  point("payment", /货到付款|到付(?!件)|收到.{0,3}再付|cash on delivery|\bcod\b|pay (?:on|upon|at) delivery/i, ["可以货到付款吗", "can I pay on delivery"]),
  point("payment", /分期|花呗|白条|免息|instal?lments?|pay later|klarna/i, ["可以分期付款吗", "can I pay in instalments"]),
  point("payment", /(?:重复|多)付|付(?:了)?(?:两|2|二)次|扣了?(?:两|2|二)次|(?:paid|charged) twice|double (?:charge|payment)/i, ["重复付款了怎么办", "I paid twice, what now"]),
  point("payment", /(?:付|支付|付款).{0,3}(?:失败|不了|不成功|不上)|付不了|payment.{0,10}(?:fail|declin|not work)|can'?t pay/i, ["付款失败、付不了款怎么办", "my payment failed"]),
  point("payment", /私下|转账|扫码付|诈骗|安全.{0,3}付|付款安全|safe to pay|is it safe/i, ["付款安全吗", "is it safe to pay"], /对公/),
  point("payment", /(?:微信|支付宝|银联|信用卡|银行卡).{0,4}(?:支付|付|吗|可以|能)|(?:怎么|如何|什么方式).{0,3}(?:付款|支付)|(?:paypal|alipay|wechat pay|visa|mastercard|credit cards?|apple pay)/i, ["支持哪些付款方式", "which payment methods do you accept"], /退|安全/),
  point("membership", /(?:金卡|银卡|会员).{0,4}(?:等级|权益|怎么|如何|好处|条件)|(?:成为|升级?|开通).{0,4}(?:会员|金卡|银卡)|member(?:ship)? (?:level|benefit|tier)|(?:gold|silver) member/i, ["会员等级有哪些，有什么权益", "what are the member levels and their benefits"], /积分|注销/),
  point("membership", /积分|\bpoints\b/i, ["积分怎么得，怎么用", "how do I earn and use points"], /退货/),
  point("membership", /注销|(?:close|delete) my account/i, ["会员怎么注销", "how do I close my account"]),
  point("membership", /(?:券|优惠码).{0,4}(?:用不了|不能用|失效|无效|过期)|(?:coupon|code).{0,14}(?:not work|doesn'?t|invalid|expired)/i, ["优惠券为什么用不了", "why doesn't my coupon work"]),
  point("membership", /(?:券|优惠码).{0,3}(?:怎么|如何|哪里|在哪).{0,2}(?:用|使用|填)|(?:怎么|如何)(?:用|使用).{0,3}券|叠加|(?:use|combine|stack).{0,12}coupons?/i, ["优惠券怎么用，可以叠加吗", "how do I use a coupon, can I combine coupons"]),
  point("membership", /(?:批量|团购|企业|公司)(?:采购|购买|买|优惠|下单)|大量(?:买|采购|要)|\b(?:bulk|wholesale)\b/i, ["批量购买有优惠吗，可以团购吗", "is there a discount for bulk orders"], /抬头|发票/),
  point("repair", /(?:赠品|礼品|送的).{0,6}(?:没|少|漏|坏|呢)|(?:没|少|漏).{0,4}(?:赠品|礼品)|(?:free )?gift.{0,16}(?:missing|broken|not)/i, ["赠品没收到怎么办", "my free gift is missing or broken"]),
  point("repair", /(?:少|漏)(?:发|寄|给)?了?(?:[一两二三1-9]|个|件|东西)|[少漏]发|缺(?:了)?[一两件1-9]|没收全|(?:items?|something|parts?|one).{0,12}missing|missing.{0,20}(?:item|order|part)/i, ["少发了、漏发了怎么办", "something is missing from my order"], /发票|券|积分|钱|退款/),
  point("repair", /(?:发|寄|送)错|错发|(?:收到|寄来)的?.{0,4}不是我|wrong (?:item|product|size|colou?r|thing)/i, ["发错货了怎么办", "I received the wrong item"], /地址|电话/),
  point("repair", /过敏|皮肤.{0,3}(?:红|痒|不适)|allergic/i, ["用了化妆品过敏怎么办", "I am allergic to a cosmetic"]),
  point("repair", /变质|发霉|胀袋|(?:过|临|快到?)期(?:了|的|食品|$)|生产日期|保质期|spoiled|expired|expir(?:y|es)|out of date/i, ["食品快过期了、变质了怎么办，生产日期新鲜吗", "my food is spoiled or near its date"], /券|积分|退货|退|保修/),
  point("repair", /(?:和|跟|与).{0,4}(?:图片|描述|页面|照片|图).{0,4}(?:不一样|不符|不同|差)|货不对板|色差|not (?:as|match).{0,12}(?:describ|picture|photo)|different from the (?:picture|photo|description)/i, ["商品和描述不一样怎么办", "the product does not match its description"], /误差/),
  point("repair", /(?:收到|拿到|到货|打开|寄来).{0,8}(?:坏|碎|破|漏|裂|烂)|破损|碎了|压坏|(?:arriv|came|deliver|receiv).{0,16}(?:damaged|broken|crack|leak|smashed)/i, ["收到的商品破损了怎么办", "my item arrived damaged"], /拒收/),
  point("repair", /^(?:有|商品|东西|产品|衣服)?(?:点|些)?质量(?:有)?问题$|有(?:质量问题|瑕疵|毛病)|\b(?:defect(?:ive)?|faulty|quality (?:problem|issue))/i, ["质量问题可以退货换新吗", "can I get a replacement for a faulty item"], /运费|保证/),
  point("authenticity", /正品|真货|假货|是真的|真假|\b(?:genuine|authentic|fake|counterfeit)/i, ["是正品吗，质量有保证吗", "are your products genuine"]),
  point("stock", /补货|(?:什么时候|几时|何时|多久).{0,4}(?:有货|上架|到货(?:通知)?$|来货)|到货通知|restock|back in stock/i, ["什么时候补货，没货了怎么办", "when will it be back in stock"], /订单|快递/),
  point("sizeAdvice", /缩水|掉色|起球|褪色|\b(?:shrink|fade|pill)\b/i, ["会缩水、掉色、起球吗", "will it shrink, fade or pill"]),
  point("sizeAdvice", /(?:鞋|脚长|靴).{0,8}(?:码|选|多大)|(?:码|选).{0,6}鞋|shoe sizes?|foot length/i, ["鞋子怎么选码，脚长怎么对照", "how do I choose a shoe size"], /换|退|改|童|订单/),
  point("sizeAdvice", /(?:裤|腰围).{0,8}(?:码|选|多大|对照)|jeans sizes?|waist size/i, ["牛仔裤选多大，腰围怎么对照", "which jeans size is mine"], /换|退|改|订单/),
  point("sizeAdvice", /(?:童|儿童|宝宝|孩子|小孩).{0,6}(?:码|选|多大)|(?:kids?|child(?:ren)?)'?s? sizes?/i, ["儿童尺码怎么选", "how do I choose children's sizes"], /换|退|改|订单/),
  point("sizeAdvice", /尺码(?:表|对照|指南)|码数对照|怎么选(?:尺)?码|选(?:什么|多大|几)码|size (?:chart|guide)|sizing|(?:what|which) size/i, ["T恤卫衣外套怎么选尺码，身高体重对照", "how do I choose a size for T-shirts, sweatshirts and jackets"], /有货|鞋|裤|童/),
  point("storeInfo", /实体店|门店|线下|店(?:铺)?在哪|公司地址|physical (?:store|shop)|(?:where|have).{0,16}\bstores?\b|brick/i, ["你们有实体店吗，店铺在哪里", "do you have a physical store"]),
  point("storeInfo", /(?:客服|你们|店里|热线)?.{0,2}(?:电话|热线)(?:是)?(?:多少|号码|呢|有吗|吗)|(?:打|有).{0,3}(?:客服)?(?:电话|热线)|(?:phone|hotline|call you)/i, ["有客服电话吗，可以打电话吗", "do you have a phone number, can I call"], /快递|配送|修改|改|骗|我的/),
  point("storeInfo", /(?:怎么|如何).{0,2}联系(?:你们|客服|商家|店)|联系方式|how.{0,8}(?:contact|reach) you|contact (?:info|details|us)/i, ["怎么找人工客服", "how do I talk to a human"]),
  point("storeInfo", /(?:几点|什么时候|何时).{0,4}(?:上班|下班|营业|开门|在线)|(?:营业|工作|上班|客服)时间|晚上有人|周末(?:上班|有人)|(?:opening|business|service|working) hours|what time.{0,12}(?:open|close)|your hours/i, ["客服几点上班，人工客服什么时间在", "what are your service hours"]),
  point("complaint", /(?:怎么|如何|去哪|哪里|在哪).{0,3}投诉|投诉(?:电话|渠道|方式|流程)|how.{0,10}(?:complain|complaint)/i, ["怎么投诉，处理不满意怎么办", "how do I make a complaint"]),
  point("privacy", /(?:泄露|隐私|个人信息.{0,3}安全)|privacy|personal (?:data|information).{0,8}safe/i, ["我的个人信息安全吗", "is my personal information safe"], /删/),
  point("privacy", /(?:删除?|清除|查看).{0,5}(?:记录|个人信息|资料|账号信息)|delete my (?:data|information)/i, ["可以查看或删除我的个人信息吗", "can I see or delete my personal data"]),
  point("cancelOrder", /(?:发货了|已发货|已经发|发出).{0,8}(?:取消|退)|拦截|(?:shipped|dispatched).{0,20}cancel|cancel.{0,24}(?:shipped|dispatched)/i, ["已经发货了还能取消吗，可以拦截吗", "it has already shipped, can I still cancel"]),
  point("cancelOrder", /(?:取消|误取消).{0,8}(?:恢复|还原)|恢复.{0,3}订单|restore.{0,12}order/i, ["取消的订单能恢复吗", "can a cancelled order be restored"]),
  point("modifyOrder", /(?:改|换|选错|拍错|买错|下错).{0,4}(?:尺码|颜色|型号|规格|款式?|鞋码|码数?)|(?:尺码|颜色|规格|鞋码|型号).{0,4}(?:选|拍|买|下|填)?(?:错|改)|change the (?:size|colou?r)/i, ["可以改尺码或颜色吗，下单选错规格", "can I change the size or colour of my order"], /换货|收到|发票|[大小]了|不合适/),
  point("modifyOrder", /(?:改|修改|加|填|换).{0,4}备注|合并|note on (?:my|the) order|combine (?:my )?orders/i, ["可以修改订单备注、合并订单吗", "can I change the note or combine orders"]),
  point("modifyOrder", /(?:晚|迟|推迟|延迟|延后|过).{0,3}(?:天|点)?(?:再)?(?:发货|发|送)|(?:指定|预约|约).{0,4}(?:时间|送|发货|配送)|(?:ship|deliver).{0,10}later|delivery (?:date|time) slot/i, ["可以晚点发货、指定时间送吗", "can you ship later or deliver at a set time"], /怎么还|晚上|安装/),
  point("modifyOrder", /(?:地址|电话|手机号|收货人|收件人|姓名).{0,5}(?:错|改|换|修改|变更)|(?:改|换|修改|更改|变更).{0,5}(?:地址|电话|手机号|收货人|收件人|号码)|(?:change|wrong|update).{0,16}(?:address|phone)/i, ["地址填错了能改吗，怎么修改收货地址", "I entered the wrong address, can I change it"], /退|发票/),
];

/** The policy question that a text asks, where it is one of the known ones. */
export function pointOf(text: string): PolicyPoint | undefined {
  return policyPoints.find(({ when, unless }) => when.test(text) && !unless?.test(text));
}
