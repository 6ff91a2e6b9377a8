import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result, ShopperSession } from "@yiwen/shared";
import { afterAll, expect, test } from "vitest";
import { prepareDataDir } from "../support/prepared-database.ts";
import { runCli, startCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "yiwen-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataDir = (name: string) => ({ DATA_DIR: join(folder, name), PORT: "0" });

/** One that was started before, which is quicker; the demo's start is tried on an empty one. */
async function preparedDataDir(name: string): Promise<{ DATA_DIR: string; PORT: string }> {
  await prepareDataDir(join(folder, name));
  return dataDir(name);
}

/** One line for the operator, nothing of our insides. */
function expectOneLine({ code, err, out }: { code: number | null; err: string; out: string }, line: string): void {
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(line);
}

async function openSession(url: string, resume?: string): Promise<ShopperSession> {
  const response = await fetch(`${url}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: "pk_demo", channel: "web", ...(resume && { resume }) }),
  });
  const result = (await response.json()) as Result<ShopperSession>;
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

test("HT41 a wrong setting is one clear line and exit code 1", async () => {
  expectOneLine(await runCli(["serve"], { ...dataDir("none"), PORT: "http" }), "PORT must be a port");
});

test("HT41 a folder that can't be written is one clear line and exit code 1", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const ended = await runCli(["serve"], { ...dataDir("none"), DATA_DIR: join(file, "data") });
  expectOneLine(ended, "can't write to the data folder");
});

test("HT41 a port in use is one clear line and exit code 1", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const ended = await runCli(["serve"], { ...(await preparedDataDir("port")), PORT: String(port) });
  other.close();
  expectOneLine(ended, `port ${port} is in use`);
});

test("HT42 the demo starts, stops on Ctrl-C with exit code 0, and starts again with everything there", async () => {
  const env = dataDir("demo");
  const first = startCli(["demo"], env);
  const [, url = ""] = await first.says(/Storefront +(\S+)\//);
  await first.says(/lin@demo\.shop +\S+/);
  const session = await openSession(url);
  const page = await fetch(`${url}/`);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(await page.text()).toContain("<html");

  // Meanwhile nobody else may open the folder, and an import says what to do instead.
  writeFileSync(join(folder, "goods.csv"), "id,title,category,price,stock\nx1,Cup,Home,12.50,3\n");
  const second = await runCli(["catalog", "import", join(folder, "goods.csv"), "--shop", "pk_demo"], env);
  expectOneLine(second, "is in use by process");
  expect(second.err).toContain("POST /v1/catalog/import");

  const stopped = Date.now();
  first.child.kill("SIGINT");
  expect((await first.ended).code).toBe(0);
  expect(Date.now() - stopped).toBeLessThan(5000);

  const again = startCli(["demo"], env);
  const [, urlAgain = ""] = await again.says(/Storefront +(\S+)\//);
  expect((await openSession(urlAgain, session.resume)).shopperId).toBe(session.shopperId);
  expect(await (await fetch(`${urlAgain}/shop/catalogue.json`)).json()).toContainEqual(
    expect.objectContaining({ id: "P1001", price: { amount: 7900, currency: "CNY" } }),
  );
  expect(await (await fetch(`${urlAgain}/shop/orders.json?shopper=demo-lin`)).json()).not.toEqual([]);
  expect((await fetch(`${urlAgain}/shop/identity.json?shopper=stranger`)).status).toBe(404);

  // Killed outright, it starts again all the same.
  again.child.kill("SIGKILL");
  await again.ended;
  const third = startCli(["demo"], env);
  const [, urlThird = ""] = await third.says(/Storefront +(\S+)\//);
  expect((await openSession(urlThird, session.resume)).shopperId).toBe(session.shopperId);
  third.child.kill("SIGTERM");
  expect((await third.ended).code).toBe(0);
}, 120_000);

test("HT43 a shop is founded, gets an agent and its goods; rejected rows are listed; nothing taken is exit code 1", async () => {
  const env = await preparedDataDir("shop");
  const founded = await runCli(["shop", "create", "--name", "试用店"], env);
  expect(founded.code).toBe(0);
  const key = /pk_[\w-]+/.exec(founded.out)?.[0] ?? "";
  expect(founded.out).toMatch(/sk_[\w-]+/);

  const agent = ["agent", "create", "--shop", key, "--email", "a@b.example", "--name", "小明"];
  expectOneLine(await runCli(agent, env, "short\n"), "at least 8 characters");
  expect(await runCli(agent, env, "long enough\n")).toMatchObject({ code: 0 });
  expectOneLine(await runCli(agent, { ...env, YIWEN_AGENT_PASSWORD: "long enough" }), "another agent has the email");

  const file = join(folder, "rows.csv");
  writeFileSync(file, "id,title,category,price,stock\nx1,Cup,Home,12.50,3\nx2,Mug,Home,cheap,3\n");
  const some = await runCli(["catalog", "import", file, "--shop", key], env);
  expect(some).toMatchObject({ code: 0, out: "1 goods imported from 2 rows.\n" });
  expect(some.err).toContain("line 3: price");
  writeFileSync(file, "id,title,category,price,stock\nx2,Mug,Home,cheap,3\n");
  expect((await runCli(["catalog", "import", file, "--shop", key], env)).code).toBe(1);
  expectOneLine(await runCli(["catalog", "import", file, "--shop", "pk_nobody"], env), "no shop has");
}, 120_000);

test("HT51 agents are listed, get a new password and are removed", async () => {
  const env = await preparedDataDir("agents");
  const key = /pk_[\w-]+/.exec((await runCli(["shop", "create", "--name", "试用店"], env)).out)?.[0] ?? "";
  const mei = ["--shop", key, "--email", "Mei@b.example"];
  await runCli(["agent", "create", ...mei, "--name", "小梅"], env, "long enough\n");
  const changed = await runCli(["agent", "password", ...mei], env, "longer than before\n");
  expect(changed).toMatchObject({
    code: 0,
    out: "小梅 <mei@b.example> has a new password and is signed out everywhere.\n",
  });
  expect((await runCli(["agent", "list", "--shop", key], env)).out).toBe("mei@b.example\t小梅\tagent\n");
  expect(await runCli(["agent", "remove", ...mei], env)).toMatchObject({ code: 0 });
  expectOneLine(await runCli(["agent", "remove", ...mei], env), "试用店 has no agent with the email");
}, 240_000);

test("KN7 knowledge is imported from files and folders; what was left out is printed with file and line", async () => {
  const env = await preparedDataDir("knowledge");
  const key = /pk_[\w-]+/.exec((await runCli(["shop", "create", "--name", "店"], env)).out)?.[0] ?? "";
  const texts = join(folder, "texts");
  mkdirSync(texts);
  writeFileSync(join(texts, "policy.md"), "# 退货\n\n七天内可退。");
  writeFileSync(join(texts, "faq.csv"), "问题,答案\n包邮吗,满99元包邮\n没有答案,\n");
  writeFileSync(join(texts, "photo.png"), "");
  const { code, out, err } = await runCli(["knowledge", "import", texts, "--shop", key], env);
  expect(code, err).toBe(0);
  expect(out).toContain("2 passages imported from 2 rows");
  expect(err).toContain("faq.csv, line 3: answer is missing");
}, 60_000);
