import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Seconds a browser may use the loader without asking: short, because its name never changes. */
const loaderAge = 300;

/** Files stand there compressed as well: a shopper on the road waits for a third of the bytes. */
const served = { serve: false, cacheControl: false, preCompressed: true };

const forever = "public, max-age=31536000, immutable";
const always = "no-cache";

/** `/yiwen.js` and `/chat/*`, which shops' pages load from other origins, and the console under `/console/`. */
export async function staticFiles(app: FastifyInstance): Promise<void> {
  await widgetFiles(app);
  await consoleFiles(app);
}

async function widgetFiles(app: FastifyInstance): Promise<void> {
  const root = builtFolder("@yiwen/widget");
  if (!existsSync(join(root, "yiwen.js"))) {
    app.log.warn("the widget is not built: /yiwen.js answers 404");
    return;
  }
  const crossOrigin = (reply: FastifyReply) =>
    reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
  await app.register(async (scope) => {
    scope.addHook("onRequest", async (_, reply) => void crossOrigin(reply));
    await scope.register(fastifyStatic, { root, ...served });
    scope.get("/yiwen.js", { schema: { hide: true } }, (_, reply) =>
      reply.header("cache-control", `public, max-age=${loaderAge}`).sendFile("yiwen.js"),
    );
    scope.get<{ Params: { "*": string } }>("/chat/*", { schema: { hide: true } }, (request, reply) =>
      // Their names hold a hash of what is in them.
      reply.header("cache-control", forever).sendFile(`chat/${request.params["*"]}`),
    );
  });
}

async function consoleFiles(app: FastifyInstance): Promise<void> {
  const root = builtFolder("@yiwen/console");
  if (!existsSync(join(root, "index.html"))) {
    app.log.warn("the console is not built: /console/ answers 404");
    return;
  }
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, { root, ...served });
    scope.get("/console", { schema: { hide: true } }, (_, reply) => reply.redirect("/console/", 308));
    scope.get<{ Params: { "*": string } }>("/console/*", { schema: { hide: true } }, (request, reply) => {
      const path = request.params["*"];
      // A path that is no file is a page of the console, which finds its way by itself.
      const isPage = !/\.\w+$/.test(path);
      reply.header("cache-control", path.startsWith("assets/") ? forever : always);
      return reply.sendFile(isPage ? "index.html" : path);
    });
  });
}

/** Where a workspace package keeps its built files, from our sources and when installed alike. */
function builtFolder(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return join(dirname(manifest), "dist");
}
