import { and, desc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Upload, Uploads } from "../../ports/uploads.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { uploads } from "./schema-shoppers.ts";

/** What is known of pictures, on PostgreSQL. */
export function createUploads(sql: Database): Uploads {
  const orm = createOrm(sql);
  return withPlainErrors<Uploads>({
    async create({ owner, ...upload }) {
      await orm.insert(uploads).values({ ...upload, ownerKind: owner.kind, owner: owner.id });
    },
    async find(shop, id) {
      const [row] = await orm
        .select()
        .from(uploads)
        .where(and(eq(uploads.shop, shop), eq(uploads.id, id)));
      return row && toUpload(row);
    },
    async move(shop, id, from, to) {
      const moved = await orm
        .update(uploads)
        .set({ status: to })
        .where(and(eq(uploads.shop, shop), eq(uploads.id, id), inArray(uploads.status, from)))
        .returning({ id: uploads.id });
      return moved.length > 0;
    },
    async checkBegan(shop, id, check) {
      await orm
        .update(uploads)
        .set(check)
        .where(and(eq(uploads.shop, shop), eq(uploads.id, id)));
    },
    async findByTrace(shop, traceId) {
      const [row] = await orm
        .select({ id: uploads.id, conversation: uploads.conversation, message: uploads.message })
        .from(uploads)
        .where(and(eq(uploads.shop, shop), eq(uploads.traceId, traceId), isNotNull(uploads.traceId)));
      const { id, conversation, message } = row ?? {};
      return id && conversation && message ? { id, conversation, message, traceId } : undefined;
    },
    async nthLatestAt(shop, owner, nth, since) {
      const [row] = await orm
        .select({ at: uploads.createdAt })
        .from(uploads)
        .where(
          and(
            eq(uploads.shop, shop),
            eq(uploads.ownerKind, owner.kind),
            eq(uploads.owner, owner.id),
            gt(uploads.createdAt, since),
          ),
        )
        .orderBy(desc(uploads.createdAt))
        .offset(nth - 1)
        .limit(1);
      return row?.at;
    },
  });
}

function toUpload({
  ownerKind,
  owner,
  traceId: _,
  conversation: __,
  message: ___,
  status,
  ...row
}: typeof uploads.$inferSelect): Upload {
  return {
    ...row,
    status: status as Upload["status"],
    owner: { kind: ownerKind as Upload["owner"]["kind"], id: owner },
  };
}
