import type { Rate } from "../deps.ts";
import { textParser } from "./text-parser.ts";

type Reader = { add(text: unknown): void };

/** What a packet that asks for a namespace counts: its token is looked up, so it costs more than others. */
const connectCost = 60;
const connectMark = "0";

/**
 * The parser of a connection that may only bring so many packets, valid or not: more, and the connection ends. It is
 * for floods; whoever is only fast is told so long before, by the rates of commands.
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
        left -= typeof text === "string" && text[0] === connectMark ? connectCost : 1;
        if (left < 0) throw new Error("too many packets");
        read(text);
      };
      return Object.assign(decoder, { add });
    },
  };
}
