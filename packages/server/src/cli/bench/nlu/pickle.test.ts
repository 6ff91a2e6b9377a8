import { expect, test } from "vitest";
import { readPickles } from "./pickle.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replace(/\s/g, ""), "hex"));

test("KN11 lists, numbers and texts that Python pickled are read, one after the other", () => {
  // pickle.dumps([1, 300, -2, True, None, "词", [7]], 2) + pickle.dumps("dev_0", 2)
  const first = "80025d7100284b014d2c014afeffffff884e5803000000e8af8d71015d71024b0761652e";
  expect(readPickles(hex(`${first}8002580500000064 65765f3071002e`))).toEqual([
    [1, 300, -2, true, null, "词", [7]],
    "dev_0",
  ]);
});

test("KN11 a pickle of anything else is refused instead of misread", () => {
  expect(() => readPickles(hex("80027d71002e"))).toThrow("isn't read here");
});
