import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";
import { parseCatalogue } from "./parse-catalogue.ts";

it("IM15 reads UTF-8 with and without a mark, and UTF-16 with one", () => {
  expect(decodeText(Buffer.from("编号,标题"))).toBe("编号,标题");
  expect(decodeText(Buffer.from("\ufeff编号"))).toBe("编号");
  expect(decodeText(Buffer.from("\ufeff编号", "utf16le"))).toBe("编号");
});

it("IM15 reads what a Chinese spreadsheet saves (GB18030)", () => {
  // 编号,标题,类目,价格,库存 / 1,茶杯,家居,9,2
  const bytes = Buffer.from(
    "b1e0bac52cb1eacce22cc0e0c4bf2cbcdbb8f12cbfe2b4e60a312cb2e8b1ad2cbcd2bed32c392c320a",
    "hex",
  );
  expect(parseCatalogue(decodeText(bytes), "csv").products).toMatchObject([{ id: "1", title: "茶杯", stock: 2 }]);
});
