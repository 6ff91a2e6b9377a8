/** What WeChat says of a picture; `errcode` above 0: it could not look at it. */
export type MediaCheckPush = { event: "wxa_media_check"; traceId: string; errcode: number; suggest: string };

/** A push as WeChat sends it, in JSON or in XML; undefined for what is no news to us, or no push at all. */
export function readPush(body: string): MediaCheckPush | undefined {
  const fields = body.trimStart().startsWith("{") ? fromJson(body) : fromXml(body);
  if (fields?.Event !== "wxa_media_check" || typeof fields.trace_id !== "string" || !fields.trace_id) return undefined;
  const { trace_id: traceId, errcode = 0, suggest } = fields;
  return { event: "wxa_media_check", traceId, errcode: Number(errcode), suggest: String(suggest) };
}

type Fields = { Event?: unknown; trace_id?: unknown; errcode?: unknown; suggest?: unknown };

function fromJson(body: string): Fields | undefined {
  try {
    const { result, ...fields } = JSON.parse(body) as Fields & { result?: { suggest?: unknown } };
    return { ...fields, suggest: result?.suggest };
  } catch {
    return undefined;
  }
}

/** WeChat's XML is flat but for `result` and any number of `detail`, which repeat names; it has no attributes. */
function fromXml(body: string): Fields {
  const outer = body.replace(/<detail>[\s\S]*?<\/detail>/g, "");
  const result = /<result>([\s\S]*?)<\/result>/.exec(outer)?.[1] ?? "";
  const top = outer.replace(/<result>[\s\S]*?<\/result>/, "");
  return {
    Event: tag(top, "Event"),
    trace_id: tag(top, "trace_id"),
    errcode: tag(top, "errcode"),
    suggest: tag(result, "suggest"),
  };
}

function tag(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*?))\\s*</${name}>`).exec(xml);
  return text?.[1] ?? text?.[2];
}
