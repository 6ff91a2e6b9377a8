import { expect, test } from "vitest";
import { textsOf } from "../i18n/index.ts";
import { placeText, reasonText } from "./left-out.ts";

const [zh, en] = [textsOf("zh-CN"), textsOf("en")];

test("CO50 the server's reasons are said in the reader's language, with their numbers; an unknown one stands as it came", () => {
  expect(reasonText("is larger than 20 MB", zh)).toBe("文件超过 20 MB");
  expect(reasonText("repeats line 12", zh)).toBe("和第 12 行重复");
  expect(reasonText("repeats line 12", en)).toBe("repeats line 12");
  expect(reasonText("is no DOCX that can be read", zh)).toBe("不是能读取的 DOCX 文件");
  expect(reasonText("has no column question / 问题 and answer / 答案", zh)).toBe(
    "缺少列：question / 问题，answer / 答案",
  );
  expect(reasonText("has no column question / 问题 and answer / 答案", en)).toBe(
    "a column is missing: question and answer",
  );
  expect(reasonText("holds no text; a scanned picture can't be read", zh)).toMatch(/扫描/);
  expect(reasonText("is written in Linear A", zh)).toBe("is written in Linear A");
});

test("CO50 a place is a line, a page or the whole file", () => {
  const at = (field: string, line: number) => placeText({ field, line, reason: "" }, zh);
  expect([at("line", 3), at("page", 2), at("", 0)]).toEqual(["第 3 行", "第 2 页", "整个文件"]);
});
