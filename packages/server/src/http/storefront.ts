import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The demo shop's pages and what they ask for. */
export type Storefront = {
  /** The folder of the pages. */
  root: string;
  /** The goods on sale, as the pages read them. */
  catalogue(): Promise<unknown>;
  /** A demo shopper's orders. */
  orders(shopper: string): Promise<unknown>;
  /** The identity token of a demo shopper, as a shop's own server would sign it; undefined for a stranger. */
  identity(shopper: string): Promise<{ identity: string } | undefined>;
};

type File = { Params: { "*": string } };
type Question = { Querystring: { shopper?: string } };

/** `/`: the demo storefront, and in `/shop/` what a shop's own server would answer. */
export async function storefrontRoutes(
  app: FastifyInstance,
  { storefront }: { storefront: Storefront },
): Promise<void> {
  const hidden = { schema: { hide: true } };
  await app.register(fastifyStatic, {
    root: storefront.root,
    prefix: "/",
    cacheControl: false,
    wildcard: false,
    serve: false,
  });
  app.get("/shop/catalogue.json", hidden, () => storefront.catalogue());
  app.get<Question>("/shop/orders.json", hidden, ({ query }) => storefront.orders(query.shopper ?? ""));
  app.get<Question>("/shop/identity.json", hidden, async ({ query }, reply) => {
    const identity = await storefront.identity(query.shopper ?? "");
    return identity ?? reply.callNotFound();
  });
  app.get<File>("/*", hidden, ({ params }, reply) =>
    reply.header("cache-control", "no-cache").sendFile(params["*"] || "index.html"),
  );
}
