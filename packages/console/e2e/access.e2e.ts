import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../dev/fake-http.ts";
import { openConversation, root, useStage, violations } from "./support.ts";

const stage = useStage();

const looks = [
  { name: "1280 px, Chinese, light", width: 1280, locale: "zh-CN", colorScheme: "light" },
  { name: "1280 px, English, dark", width: 1280, locale: "en-US", colorScheme: "dark" },
  { name: "768 px, English, light", width: 768, locale: "en-US", colorScheme: "light" },
  { name: "390 px, Chinese, dark", width: 390, locale: "zh-CN", colorScheme: "dark" },
] as const;

describe.each(looks)("$name", ({ width, locale, colorScheme }) => {
  const options = { viewport: { width, height: 800 }, locale, colorScheme, reducedMotion: "reduce" } as const;

  test("CO40 axe finds nothing in sign-in, inbox, threads, drawer, menu and dialogs", async () => {
    const found: Record<string, string[]> = {};
    const signIn = await stage.visit(options);
    found.signIn = await violations(signIn);
    await signIn.context().close();
    const page = await stage.signedIn(options);
    found.inbox = await violations(page);
    await page.locator(".me-button").click();
    found.menu = await violations(page);
    await page.keyboard.press("Escape");
    for (const id of ["c-upset", "c-mine", "c-closed", "c-left"]) {
      await openConversation(page, id);
      await page.keyboard.press("i");
      found[id] = await violations(page);
    }
    await openConversation(page, "c-mine");
    await page.keyboard.press("m");
    found.note = await violations(page);
    await page.keyboard.press("Escape");
    await page.locator(".thread-head__actions .icon-button").last().click();
    found.panel = await violations(page);
    await page.keyboard.press("?");
    found.dialog = await violations(page);
    await page.context().close();
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });

  test("CO40 nothing is wider than the screen", async () => {
    const page = await stage.signedIn(options);
    for (const id of ["c-upset", "c-mine"]) {
      await openConversation(page, id);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
  });
});

describe("the built files", () => {
  let folder: string;
  let server: Server;
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yiwen-console-"));
    const out = { outDir: folder, emptyOutDir: true };
    await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "error", build: out });
    server = createServer(async (request, response) => {
      const path = (request.url ?? "/").replace(/^\/console\//, "").replace(/[?#].*/, "") || "index.html";
      response.setHeader("content-security-policy", "default-src 'self'; connect-src 'self' ws:");
      if (path === "/v1/agents/me") return response.end(JSON.stringify(session));
      const body = await readFile(join(folder, path)).catch(() => undefined);
      response.writeHead(body ? 200 : 404, { "content-type": types[extname(path)] ?? "image/svg+xml" }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("CO40 they run under a strict content security policy, and say when the server can't be reached", async () => {
    const page = await (await stage.browser.newContext({ locale: "zh-CN" })).newPage();
    const broken: string[] = [];
    page.on("console", (message) => /Content Security Policy/i.test(message.text()) && broken.push(message.text()));
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/console/`);
    await page.getByText("一问生活馆").waitFor();
    await page.getByText("正在连接…").waitFor();
    expect(broken).toEqual([]);
  });
});
