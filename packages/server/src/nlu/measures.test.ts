import { expect, test } from "vitest";
import { measuresIn } from "./measures.ts";

test.each([
  ["我170 130斤穿什么码", { height: 170, weight: 65 }],
  ["身高１７０体重65", { height: 170, weight: 65 }],
  ["1米7 65公斤", { height: 170, weight: 65 }],
  ["一米六五 100斤", { height: 165, weight: 50 }],
  ["165/50kg", { height: 165, weight: 50 }],
  ["身高1.75米 体重140", { height: 175, weight: 70 }],
  ["180 体重75kg", { height: 180, weight: 75 }],
  ["175 140", { height: 175, weight: 70 }],
  ["三岁 身高98厘米", { height: 98 }],
  ["5'9 150 lbs", { height: 175.3, weight: 68 }],
  ["I'm 5 ft 9, 150 pounds", { height: 175.3, weight: 68 }],
  ["脚长24.5穿多大", { foot: 24.5 }],
  ["my foot is 25 cm", { foot: 25 }],
  ["腰围2尺", { waist: 66.7 }],
  ["腰围2尺2穿几码", { waist: 73.3 }],
  ["腰2尺1寸", { waist: 70 }],
  ["二尺二的腰", { waist: 73.3 }],
  ["两尺半", { waist: 83.3 }],
  ["腰围七十", { waist: 70 }],
  ["我一米七五一百四十斤", { height: 175, weight: 70 }],
  ["my waist is 28 inches", { waist: 71.1 }],
])("DL56 DL73 measures are read however they are written: %s", (text, measures) => {
  expect(measuresIn(text)).toEqual(measures);
});

test.each(["我穿L码合适吗", "穿39码的脚", "订单88102234", "买了170包 送65个", "满199减20", "身高900", "2尺码的"])(
  "DL56 DL73 what is no measure is left alone: %s",
  (text) => {
    expect(measuresIn(text)).toEqual({});
  },
);
