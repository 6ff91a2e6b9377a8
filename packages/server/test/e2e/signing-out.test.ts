import { afterEach, expect, test } from "vitest";
import { hashKey } from "../../src/auth/keys.ts";
import { speak } from "../../src/cli/speaker.ts";
import { type Booted, boot } from "../support/boot.ts";
import { endOf } from "../support/end-of.ts";
import { agentToken, anotherSession, openShop, signOut } from "../support/shop.ts";

let booted: Booted;
afterEach(() => booted.close());

test("HT46 signing out ends the session's sockets at once, and no other of the agent's", async () => {
  booted = await boot();
  const shop = await openShop(booted);
  const mei = await agentToken(booted, shop, "小美");
  const tabs = [await speak(booted.url, "agent", mei.token), await speak(booted.url, "agent", mei.token)];
  const phone = await speak(booted.url, "agent", await anotherSession(booted, shop, mei.id));
  const ended = Promise.all(tabs.map(endOf));
  await signOut(booted, mei.token);
  expect(await ended).toEqual(["io server disconnect", "io server disconnect"]);
  await expect(speak(booted.url, "agent", mei.token)).rejects.toMatchObject({ code: "unauthorized" });
  const inbox = await phone.command("inbox.open", { filter: "queue" });
  expect(inbox).toMatchObject({ ok: true, data: { agents: [{ id: mei.id, name: "小美" }] } });
  phone.close();
});

test("HT51 a new password and a removal end all of the agent's sessions and sockets, and nobody else's", async () => {
  booted = await boot();
  const { directory, shopData } = booted.deps;
  const shop = await openShop(booted);
  const [mei, he] = [await agentToken(booted, shop, "小美"), await agentToken(booted, shop, "小何")];
  const others = await speak(booted.url, "agent", he.token);
  for (const end of [directory.removeAgent, (of: string, id: string) => directory.setAgentPassword(of, id, "x")]) {
    const token = await anotherSession(booted, shop, mei.id);
    const tab = await speak(booted.url, "agent", token);
    const ended = endOf(tab);
    await end(shop.id, mei.id);
    shopData.changed(shop.id, { agent: mei.id });
    expect(await ended).toBe("io server disconnect");
    await expect(speak(booted.url, "agent", token)).rejects.toMatchObject({ code: "unauthorized" });
    await directory.createAgent({
      ...mei,
      shop: shop.id,
      email: "mei@b.example",
      name: "小美",
      role: "agent",
      passwordHash: "",
    });
  }
  expect(await others.command("inbox.open", { filter: "queue" })).toMatchObject({ ok: true });
  others.close();
});

test("HT46 a session that ends while a socket is let in by it ends that socket, too", async () => {
  let meanwhile: ((session: string) => Promise<void>) | undefined;
  booted = await boot(({ directory }) => ({
    directory: {
      ...directory,
      async agentSession(session, now) {
        const found = await directory.agentSession(session, now);
        const run = meanwhile;
        meanwhile = undefined;
        await run?.(session);
        return found;
      },
    },
  }));
  const { token } = await agentToken(booted, await openShop(booted), "小美");
  const asked: string[] = [];
  meanwhile = async (session) => {
    asked.push(session);
    await signOut(booted, token);
  };
  const tab = await speak(booted.url, "agent", token);
  await expect.poll(() => tab.socket.connected).toBe(false);
  expect(asked).toEqual([hashKey(token)]);
});
