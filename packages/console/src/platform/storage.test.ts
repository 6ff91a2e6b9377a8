import { expect, test } from "vitest";
import { createStorage } from "./storage.ts";

test("CO26 what the browser won't keep is kept in memory, and what it keeps has the console's prefix", () => {
  localStorage.clear();
  const storage = createStorage("yw.");
  storage.set("a", "1");
  expect(localStorage.getItem("yw.a")).toBe("1");
  const full = { ...localStorage, length: 0, key: () => null, getItem: () => null } as unknown as Storage;
  full.setItem = () => {
    throw new Error("quota");
  };
  const kept = createStorage("yw.", full);
  kept.set("b", "2");
  expect(kept.get("b")).toBe("2");
  expect(kept.keys("")).toEqual(["b"]);
});
