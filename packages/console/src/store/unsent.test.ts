import { signal } from "@preact/signals";
import type { AgentState } from "@yiwen/shared";
import { afterEach, expect, test, vi } from "vitest";
import { testDesk } from "../testing/test-desk.ts";
import type { Desk } from "./desk.ts";
import { createUnsent } from "./unsent.ts";

let desk: Desk | undefined;
afterEach(() => desk?.stop());

test("CO55 a reply that is refused after one has moved on is told until one looks there", async () => {
  desk = testDesk("c-mine").desk;
  const { unsent, client, select } = desk;
  await vi.waitFor(() => expect(desk?.conversation.value?.thread).toBeDefined());
  const send = () => client.send("c-mine", "#refuse");
  send();
  select("c-upset");
  await vi.waitFor(() =>
    expect(unsent.list.value).toMatchObject([{ conversationId: "c-mine", shopper: { name: "程一诺" } }]),
  );
  select("c-mine");
  expect(unsent.list.value).toEqual([]);
  desk.showScreen("knowledge");
  expect(unsent.list.value).toEqual([]);
  send();
  await vi.waitFor(() => expect(unsent.list.value).toHaveLength(1));
  unsent.dismiss("c-mine");
  expect(unsent.list.value).toEqual([]);
});

test("CO55 a picture that could not be sent up is told too, and again when it fails again", () => {
  const failed = signal<{ id: string; conversationId: string }[]>([]);
  const shown = signal<string | undefined>("b");
  const unsent = createUnsent({
    state: signal({ failed: [] } as unknown as AgentState),
    pictures: { failed },
    shown,
    conversation: signal(undefined),
  });
  failed.value = [{ id: "p.1", conversationId: "a" }];
  expect(unsent.list.value).toEqual([{ conversationId: "a", shopper: undefined }]);
  shown.value = "a";
  shown.value = "b";
  expect(unsent.list.value).toEqual([]);
  failed.value = [{ id: "p.2", conversationId: "a" }];
  expect(unsent.list.value).toHaveLength(1);
  unsent.stop();
});
