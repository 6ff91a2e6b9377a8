import cors from "@fastify/cors";
import multipart from "@fastify/multipart";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { limits } from "@yiwen/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { bearerFrom } from "../auth/actor.ts";
import { addressKey } from "../auth/address.ts";
import { isOriginAllowed } from "../auth/origins.ts";
import type { Deps } from "../deps.ts";
import type { Clock } from "../ports/clock.ts";
import type { Upload, UploadOwner } from "../ports/uploads.ts";
import { isCheckPass } from "../uploads/check-pass.ts";
import { checkQuota, receiveUpload } from "../uploads/receive.ts";
import { agentOf, shopOf, shopperOf, shopperSignedIn, signedIn } from "./plugins/actor.ts";
import { accept, refusal } from "./plugins/errors.ts";
import { createSenderLimit } from "./plugins/rate-limit.ts";
import { createTurns } from "./plugins/turns.ts";
import { onlyFor, replies, success } from "./reply.ts";

const Reply = Type.Object({
  uploadId: Type.String(),
  width: Type.Integer({ description: "Pixels" }),
  height: Type.Integer({ description: "Pixels" }),
  mime: Type.String(),
  size: Type.Integer({ description: "Bytes, as it is kept" }),
});

const Pass = Type.Object({ check: Type.Optional(Type.String({ maxLength: 100 })) });
const Address = Type.Object({ shop: Type.String({ maxLength: 100 }), id: Type.String({ maxLength: 100 }) });

/** A picture can do nothing but be seen, on whatever page shows it. */
const harmless = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "content-disposition": "inline",
  "cross-origin-resource-policy": "cross-origin",
};
const forever = "private, max-age=31536000, immutable";

/** `/v1/uploads`: pictures on their way into messages, and out to whoever knows their id. */
export const uploadRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  // The widget sends from the shops' pages, which are other origins; the token says who, no cookie is involved there.
  // What is no form with a picture is refused without reading it.
  app.removeAllContentTypeParsers();
  await app.register(cors, { origin: true, methods: ["GET", "POST"], maxAge: 86_400 });
  // One byte more than may be: what is over the limit is told from what is exactly as long.
  await app.register(multipart, {
    limits: { fileSize: limits.uploadBytes + 1, files: 1, fields: 20, fieldSize: 1000 },
  });
  const limitRate = createSenderLimit(app, deps.limits.uploadsPerMinute, senderKey);

  app.post(
    "",
    {
      schema: {
        summary: "Send a picture up, as the part `file`",
        tags: ["pictures"],
        security: [...onlyFor.shoppers, ...onlyFor.agents],
        consumes: ["multipart/form-data"],
        response: replies(Reply),
      },
      // All of it before the body is read: strangers can't send large ones, nor friends too many.
      onRequest: [
        notTooLarge,
        createTurns(ofAddress),
        createTurns(onNode),
        signedInToSend(deps),
        createTurns(ofSender),
        limitRate,
        withinQuota(deps),
      ],
    },
    async (request, reply) => {
      const sent = await pictureOf(deps.clock, request, reply);
      return success(accept(await receiveUpload(deps, shopOf(request), senderOf(request), sent)));
    },
  );

  app.get(
    "/:shop/:id",
    { schema: { summary: "A picture", tags: ["pictures"], params: Address, querystring: Pass } },
    async (request, reply) => {
      const shop = await deps.directory.shopByPublicKey(request.params.shop);
      const upload = shop && (await deps.uploads.find(shop.id, request.params.id));
      const isShown = upload !== undefined && mayBeSeen(deps, upload, request.query.check);
      const bytes = isShown ? await deps.files.read(upload.shop, upload.id) : undefined;
      if (!upload || !bytes) throw refusal("upload_not_found");
      return reply
        .headers(harmless)
        .header("cache-control", upload.status === "checking" ? "no-store" : forever)
        .type(upload.mime)
        .send(bytes);
    },
  );
};

/** What is being checked only WeChat may see, by the pass it was given. */
function mayBeSeen(deps: Deps, { shop, id, status }: Upload, pass: string | undefined): boolean {
  if (status === "checking") return isCheckPass(deps, shop, id, pass);
  return status !== "refused";
}

/** Lets shoppers and agents pass; a shopper's page must be on the shop's list, as for its socket. */
function signedInToSend(deps: Deps) {
  const [asShopper, asAgent] = [shopperSignedIn(deps), signedIn(deps)];
  return async (request: FastifyRequest): Promise<void> => {
    const token = bearerFrom(request.headers.authorization);
    if (!token || token.startsWith("at_")) return asAgent(request);
    await asShopper(request);
    const shop = await deps.shopData.snapshot(shopOf(request));
    const { channel } = shopperOf(request);
    if (!shop || !isOriginAllowed(shop, request.headers.origin, channel)) throw refusal("origin_not_allowed");
  };
}

function withinQuota(deps: Deps) {
  return async (request: FastifyRequest): Promise<void> => {
    accept(await checkQuota(deps, shopOf(request), senderOf(request)));
  };
}

/** Room for what stands around the picture in its request. */
const wrappingBytes = 65_536;

/** What says itself that it is too large need not be read to the end. */
async function notTooLarge(request: FastifyRequest): Promise<void> {
  if (Number(request.headers["content-length"] ?? 0) > limits.uploadBytes + wrappingBytes)
    throw refusal("upload_too_large");
}

/** Pictures that are taken at once: more would keep the event loop and the database from everybody else's words. */
const onNode = { most: 8, keyOf: () => "all", code: "overloaded" } as const;
/** Of these so few that nobody alone keeps the others waiting; an address may be a whole office or a phone company's. */
const ofAddress = {
  most: 4,
  keyOf: (request: FastifyRequest) => addressKey(request.ip),
  code: "rate_limited",
} as const;
const ofSender = { most: 2, keyOf: senderKey, code: "rate_limited" } as const;
/** Milliseconds for the picture to come: whoever holds a turn for longer holds up others. */
const bodyMs = 20_000;

function senderKey(request: FastifyRequest): string {
  const { kind, id } = senderOf(request);
  return `${shopOf(request)}/${kind}/${id}`;
}

function senderOf(request: FastifyRequest): UploadOwner {
  return request.shopper ? { kind: "shopper", id: shopperOf(request).id } : { kind: "agent", id: agentOf(request).id };
}

/** The picture, if it comes in time; what still comes of it after is not listened to. */
async function pictureOf(clock: Clock, request: FastifyRequest, reply: FastifyReply): Promise<Uint8Array> {
  let cancel = () => {};
  const late = new Promise<never>((_, fail) => {
    cancel = clock.after(bodyMs, () => {
      reply.header("connection", "close");
      fail(refusal("upload_too_slow"));
    });
  });
  return Promise.race([bytesOf(request), late]).finally(cancel);
}

async function bytesOf(request: FastifyRequest): Promise<Uint8Array> {
  const part = await request.file();
  if (part?.fieldname !== "file") throw refusal("invalid_input", "send the picture as the part `file`");
  try {
    return await part.toBuffer();
  } catch (error) {
    throw (error as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE" ? refusal("upload_too_large") : error;
  }
}
