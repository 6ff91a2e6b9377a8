import { afterEach, expect, test, vi } from "vitest";
import { createStorage } from "./storage.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("WG32 keeps things in localStorage and lists them by prefix", () => {
  const storage = createStorage();
  storage.set("a:1", "x");
  storage.set("b:1", "y");
  expect(localStorage.getItem("a:1")).toBe("x");
  expect(storage.keys("a:")).toEqual(["a:1"]);
  storage.remove("a:1");
  expect(storage.get("a:1")).toBeNull();
});

test("WG32 a blocked localStorage is replaced by memory", () => {
  const blocked = vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const storage = createStorage();
  storage.set("a:1", "x");
  expect(storage.get("a:1")).toBe("x");
  expect(storage.keys("a:")).toEqual(["a:1"]);
  blocked.mockRestore();
  expect(localStorage.getItem("a:1")).toBeNull();
});

test("WG32 what does not fit any more is kept in memory", () => {
  const full = vi.spyOn(localStorage, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const storage = createStorage();
  storage.set("a:1", "x");
  full.mockRestore();
  expect(storage.get("a:1")).toBe("x");
});
