import { describe, expect, test } from "vitest";
import { createLimiter } from "./limiter.ts";
import { parseCommand, parseSignal } from "./validate.ts";

describe("limits", () => {
  test("GW1 a burst passes, then commands wait as long as they are told to", () => {
    const limiter = createLimiter({ burst: 3, perSecond: 2 });
    for (let n = 0; n < 3; n++) expect(limiter.take("a", 0)).toEqual({ ok: true });
    expect(limiter.take("a", 0)).toEqual({ ok: false, retryAfterMs: 500 });
    expect(limiter.take("b", 0)).toEqual({ ok: true });
    expect(limiter.take("a", 499).ok).toBe(false);
    expect(limiter.take("a", 500)).toEqual({ ok: true });
  });

  test("GW10 nobody waits for a clock that was set back to be where it was", () => {
    const limiter = createLimiter({ burst: 1, perSecond: 2 });
    const hour = 3_600_000;
    expect(limiter.take("a", hour)).toEqual({ ok: true });
    expect(limiter.take("a", 0)).toEqual({ ok: false, retryAfterMs: 500 });
    expect(limiter.take("a", 500)).toEqual({ ok: true });
  });
});

describe("the door", () => {
  const send = (input: unknown) => parseCommand("shopper", { id: "1", type: "message.send", input });
  const code = (parsed: ReturnType<typeof parseCommand>) => ("error" in parsed ? parsed.error.code : undefined);

  test.each([null, 7, "command", [], {}, { id: "a b", type: "x" }, { id: "1" }, { id: "1", type: {} }])(
    "GW2 %j is no command, and says so",
    (message) => {
      expect(code(parseCommand("shopper", message))).toBe("invalid_input");
    },
  );

  test("GW3 what is wrong is named by its place", () => {
    const parsed = send({ content: { kind: "text", text: 7 } });
    expect(parsed).toMatchObject({ error: { code: "invalid_input", path: expect.stringContaining("/input") } });
    expect(code(send({ content: { kind: "text", text: " \n" } }))).toBe("invalid_input");
    expect(code(send({ content: { kind: "text", text: "hi", extra: 1 } }))).toBe("invalid_input");
    expect(code(send({ content: { kind: "text", text: "长".repeat(4001) } }))).toBe("message_too_long");
    expect(code(parseCommand("agent", { id: "1", type: "message.note", input: { text: "长".repeat(4001) } }))).toBe(
      "message_too_long",
    );
  });

  test("GW5 what no store can keep is mended before anything else looks at it", () => {
    const parsed = send({ content: { kind: "text", text: "a\0b\ud83d" } });
    expect(parsed).toMatchObject({ command: { input: { content: { text: "ab\ufffd" } } } });
    expect(code(send({ content: { kind: "text", text: "\0" } }))).toBe("invalid_input");
  });

  test("GW4 only a known signal of the right shape is passed on", () => {
    expect(parseSignal({ conversationId: "c", type: "typing", data: { on: true } })).toEqual({
      conversationId: "c",
      on: true,
    });
    expect(parseSignal({ conversationId: "c", type: "typing", data: { on: "yes" } })).toBeUndefined();
    expect(parseSignal({ conversationId: "c", type: "shouting", data: { on: true } })).toBeUndefined();
    expect(parseSignal("typing")).toBeUndefined();
  });
});
