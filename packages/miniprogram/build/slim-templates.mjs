/**
 * What Taro's templates offer of every component and the chat never sets. A shop's package has two megabytes, and these
 * stand in each template once for every level of nesting.
 */
const unused = [
  /bindanimation\w+/,
  /bindtransitionend/,
  /bindtouch(start|move|end|cancel)/,
  /bindlongpress/,
  /animation/,
  /hover-st\w+-\w+/,
  /(selectable|space|decode|overflow|max-lines)/,
  /(send-message-\w+|session-from|app-parameter|show-message-card|business-id|form-type|lang|size|type|plain|loading|name)/,
  /bind(getuserinfo|contact|getphonenumber|getrealtimephonenumber|chooseavatar|opensetting|launchapp)/,
  /(scroll-x|scroll-left|scroll-into-view|scroll-with-animation|refresher-\w+(-\w+)?|enable-(flex|passive|back-to-top))/,
  /(paging-enabled|using-sticky|fast-deceleration|bounces|min-drag-distance|clip|padding|cache-extent)/,
  /bind(refresher\w+|drag\w+)/,
];

/** The templates without what the chat never sets. */
export function slimTemplates(wxml) {
  const attribute = new RegExp(`\\s(?:${unused.map((one) => one.source).join("|")})="[^"]*"`, "g");
  return wxml.replace(/<(?:view|text|button|image|scroll-view|textarea)\b[^>]*>/g, (tag) => {
    // In Taro's names of events the case differs by version.
    const slim = tag.replace(new RegExp(attribute.source, "gi"), "");
    return slim.replace(/\s{2,}/g, " ");
  });
}
