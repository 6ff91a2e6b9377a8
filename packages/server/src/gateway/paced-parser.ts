import type { Rate } from "../deps.ts";
import { isNestedTooDeep } from "./nesting.ts";
import { textParser } from "./text-parser.ts";

type Reader = { add(text: unknown): void };

/** What a packet that asks for a namespace counts: its token is looked up, so it costs more than others. */
const connectCost = 60;
const connectMark = "0";
/** Letters that count as much as one packet more. */
const lettersOfOne = 4096;
/** What is shorter can't be nested so deep that to parse it takes long. */
const harmless = 4096;

/**
 * The parser of a connection that may only bring so many packets, valid or not, large ones counting as several: more,
 * and the connection ends. It is for floods; whoever is only fast is told so long before, by the rates of commands.
 */
export function createPacedParser({ burst, perSecond }: Rate, now: () => number = () => performance.now()) {
  const { Encoder } = textParser;
  return {
    Encoder,
    Decoder: function Decoder() {
      const decoder = new (textParser.Decoder as unknown as new () => Reader)();
      const read = decoder.add;
      let left = burst;
      let at = now();
      const add = (text: unknown) => {
        const time = now();
        left = Math.min(burst, left + ((time - at) * perSecond) / 1000);
        at = time;
        left -= typeof text === "string" ? costOf(text) : 1;
        if (left < 0) throw new Error("too many packets");
        if (typeof text === "string" && text.length > harmless && isNestedTooDeep(text))
          throw new Error("nested too deep");
        read(text);
      };
      return Object.assign(decoder, { add });
    },
  };
}

const costOf = (text: string) => (text[0] === connectMark ? connectCost : 1) + Math.floor(text.length / lettersOfOne);
