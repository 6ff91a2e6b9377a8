import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { bundleWeapp } from "./bundle.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

let runtime: Promise<string> | undefined;

/** Serves a built mini-program with what runs it, on a free port of this machine. */
export async function serveWeapp(dist: string): Promise<{ url: string; close(): void }> {
  runtime ??= buildRuntime();
  const made: Record<string, string> = { "/weapp.js": bundleWeapp(dist), "/runtime.js": await runtime };
  const find = (path: string): Promise<Buffer | string> => {
    if (made[path] !== undefined) return Promise.resolve(made[path]);
    if (path.startsWith("/dist/")) return readFile(join(dist, normalize(path.slice("/dist".length))));
    return readFile(join(here, "phone", normalize(path)));
  };
  const server = createServer(async ({ url = "/" }, response) => {
    if (url.startsWith("/picture?"))
      return passOn(new URL(url, "http://phone").searchParams.get("url") ?? "", response);
    const asked = decodeURIComponent(url.split("?")[0] ?? "/");
    const path = asked === "/" ? "/index.html" : asked;
    try {
      const body = await find(path);
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Fetches a picture of the web for the phone. */
async function passOn(url: string, response: ServerResponse): Promise<void> {
  try {
    const answer = await fetch(url);
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch {
    response.writeHead(502).end();
  }
}

async function buildRuntime(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(here, "runtime/main.ts"), formats: ["iife"], name: "runner", fileName: "runtime" },
    },
  })) as Rolldown.RolldownOutput[];
  return output[0]!.output[0].code;
}
