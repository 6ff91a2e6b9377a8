import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import type { NodeFile, NodeReply, NodeRequest, NodeUpload, Person } from "./runtime/bridge.ts";
import type { Driver } from "./runtime/driver.ts";
import type { Records } from "./runtime/weapp.ts";
import { serveWeapp } from "./serve.ts";

/** A phone on which a built mini-program runs. */
export type Phone = {
  page: Page;
  /** What the mini-program shows. */
  screen: FrameLocator;
  /** Calls one of the driver's functions in the phone. */
  drive<K extends Exclude<keyof Driver, "records">>(
    name: K,
    ...given: Parameters<Driver[K]>
  ): Promise<ReturnType<Driver[K]>>;
  /** What happened since the start. */
  records(): Promise<Records>;
  /** Forgets the counted writes and calls. */
  forget(): Promise<void>;
  /** Ends the mini-program and starts it anew; what it stored stays. */
  restart(): Promise<void>;
  /** Waits until the mini-program runs. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** Who holds the phone and what they have. */
export type PhoneOptions = {
  language?: "zh" | "en";
  /** Answers the codes of `wx.login`; throws what it fails with. */
  login?: () => string;
  /** Files of the album. */
  album?: string[];
  subscribes?: Person["subscribes"];
  privacyNeeded?: boolean;
  /** What is in `wx`'s storage at the first start. */
  storage?: Record<string, unknown>;
  width?: number;
  height?: number;
  scale?: number;
};

const mimes: Record<string, string> = { ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp" };

/** Runs a built mini-program in a phone of its own. */
export async function openPhone(browser: Browser, dist: string, options: PhoneOptions = {}): Promise<Phone> {
  const served = await serveWeapp(dist);
  const { language = "zh", width = 390, height = 844, scale = 2 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: true,
    hasTouch: true,
    reducedMotion: "reduce",
    locale: language === "en" ? "en-US" : "zh-CN",
  });
  context.setDefaultTimeout(10_000);
  await expose(context, options);
  const page = await context.newPage();
  await page.addInitScript((storage) => {
    if (sessionStorage.getItem("begun")) return;
    sessionStorage.setItem("begun", "yes");
    for (const [key, value] of Object.entries(storage)) localStorage.setItem(`wx:${key}`, JSON.stringify(value));
  }, options.storage ?? {});
  const phone = phoneOf(page, async () => {
    await context.close();
    served.close();
  });
  await page.goto(served.url);
  await phone.ready();
  return phone;
}

function phoneOf(page: Page, close: () => Promise<void>): Phone {
  const frame = () => page.frames().find((one) => one.url().endsWith("/screen.html")) ?? page.mainFrame();
  const phone: Phone = {
    page,
    screen: page.frameLocator(".screen"),
    drive: (name, ...given) =>
      frame().evaluate(([called, values]) => (window.weappDriver[called] as (...all: unknown[]) => never)(...values), [
        name,
        given,
      ] as [typeof name, unknown[]]),
    records: () => frame().evaluate(() => window.weappDriver.records),
    forget: () =>
      frame().evaluate(() => {
        window.weappDriver.records.calls.length = 0;
        window.weappDriver.records.writes.length = 0;
      }),
    async restart() {
      await page.reload();
      await phone.ready();
    },
    async ready() {
      await phone.screen.locator("wx-page").first().waitFor({ state: "attached" });
    },
    close,
  };
  return phone;
}

async function expose(context: BrowserContext, options: PhoneOptions): Promise<void> {
  const { language = "zh", subscribes = "accept", privacyNeeded = false, album = [] } = options;
  const person: Person = {
    language: language === "en" ? "en" : "zh_CN",
    subscribes,
    privacyNeeded,
    album: await Promise.all(album.map(readPicture)),
  };
  let codes = 0;
  const nextCode = () => `code-${++codes}`;
  await context.exposeFunction("weappPerson", () => person);
  await context.exposeFunction("weappLogin", options.login ?? nextCode);
  await context.exposeFunction("weappRequest", ({ url, method, headers, base64 }: NodeRequest) =>
    send(url, { method, headers, ...(base64 !== undefined && { body: Buffer.from(base64, "base64") }) }),
  );
  await context.exposeFunction(
    "weappUpload",
    ({ url, headers, name, file, form }: NodeUpload & { form: Record<string, string> }) => {
      const body = new FormData();
      for (const [key, value] of Object.entries(form)) body.append(key, value);
      body.append(name, new Blob([Buffer.from(file.base64, "base64")], { type: file.mime }), file.name);
      return send(url, { method: "POST", headers, body });
    },
  );
}

async function send(url: string, init: RequestInit): Promise<NodeReply> {
  const reply = await fetch(url, init);
  return {
    status: reply.status,
    headers: Object.fromEntries(reply.headers),
    base64: Buffer.from(await reply.arrayBuffer()).toString("base64"),
  };
}

async function readPicture(path: string): Promise<NodeFile> {
  const mime = mimes[extname(path)] ?? "image/jpeg";
  return { name: basename(path), mime, base64: (await readFile(path)).toString("base64") };
}
