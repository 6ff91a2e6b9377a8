import type { TransactionSql } from "postgres";
import type { Directory, Recognised, ShopperClaims, ShopperRecord } from "../../ports/directory.ts";
import type { Database } from "./connect.ts";
import { openidValue } from "./directory-wechat.ts";
import { mergeShopper } from "./merge-shopper.ts";

/** A shopper whom a claim is about. */
type Known = ShopperRecord & { kind: "external" | "resume" | "weapp_openid" | "weapp_unionid" };

/** The database as it is now, or within a transaction. */
export type Queries = Database | TransactionSql<{ bigint: number }>;

const attempts = 3;
const uniqueViolation = "23505";

/** Finds out whose claims these are. `now` answers epoch milliseconds. */
export function createRecogniser(sql: Database, now: () => number): Directory["recognise"] {
  return async (shop, claims, fresh) => {
    const known = await find(sql, shop, claims);
    const shopper = survivor(known, claims);
    if (shopper && isSettled(shopper, known, claims)) return { shopper, merged: [], moved: [] };
    for (let attempt = 1; ; attempt++) {
      try {
        return await sql.begin((tx) => settle(tx, { shop, claims, fresh, at: now() }));
      } catch (error) {
        // A command was faster in one of the conversations: look again.
        if ((error as { code?: string }).code !== uniqueViolation || attempt === attempts) throw error;
      }
    }
  };
}

type Question = { shop: string; claims: ShopperClaims; fresh: ShopperRecord; at: number };

async function settle(tx: TransactionSql<{ bigint: number }>, question: Question): Promise<Recognised> {
  const { shop, claims, fresh, at } = question;
  // One at a time in a shop: of two sign-ins of one person the second finds what the first has made.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`shoppers of ${shop}`}, 0))`;
  const known = await find(tx, shop, claims);
  const shopper = survivor(known, claims) ?? (await create(tx, claims, fresh));
  if (claims.name && claims.name !== shopper.name) {
    await tx`update shoppers set name = ${claims.name} where shop = ${shop} and id = ${shopper.id}`;
    shopper.name = claims.name;
  }
  await link(tx, shopper, known, { claims, at });
  const recognised: Recognised = { shopper, merged: [], moved: [] };
  for (const id of strangers(shopper, known)) {
    recognised.moved.push(...(await mergeShopper(tx, { from: id, into: shopper, at })));
    recognised.merged.push(id);
  }
  return recognised;
}

/** Who the claims are about: each claim's shopper, where it has one. */
async function find(sql: Queries, shop: string, { externalId, resumeHash, wechat }: ShopperClaims): Promise<Known[]> {
  const openid = wechat && openidValue(wechat.appId, wechat.openid);
  const rows = await sql<(Omit<Known, "externalId" | "name"> & { externalId: string | null; name: string | null })[]>`
    select claim.kind, s.shop, s.id, s.external_id as "externalId", s.name, s.created_at as "createdAt"
    from (
      select id, 'external' as kind from shoppers where shop = ${shop} and external_id = ${externalId ?? null}
      union all select id, 'resume' from shoppers where shop = ${shop} and resume_hash = ${resumeHash ?? null}
      union all select shopper, kind from shopper_identities
      where shop = ${shop} and ((kind = 'weapp_openid' and value = ${openid ?? null})
        or (kind = 'weapp_unionid' and value = ${wechat?.unionid ?? null}))
    ) claim join shoppers s on s.shop = ${shop} and s.id = claim.id`;
  return rows.map(({ kind, shop: of, id, externalId: external, name, createdAt }) => ({
    kind,
    shop: of,
    id,
    createdAt,
    ...(external && { externalId: external }),
    ...(name && { name }),
  }));
}

/** Whom the shop vouches for comes first; then whom the shop vouched for once; then who was here first. */
function survivor(known: Known[], { externalId }: ShopperClaims): ShopperRecord | undefined {
  if (externalId !== undefined) return toRecord(known.find(({ kind }) => kind === "external"));
  const order = { weapp_openid: 0, weapp_unionid: 1, resume: 2, external: 3 };
  const [first] = known.toSorted(
    (a, b) =>
      Number(b.externalId !== undefined) - Number(a.externalId !== undefined) ||
      (a.externalId === undefined ? a.createdAt - b.createdAt : 0) ||
      order[a.kind] - order[b.kind],
  );
  return toRecord(first);
}

function toRecord(known: Known | undefined): ShopperRecord | undefined {
  if (!known) return undefined;
  const { kind: _, ...record } = known;
  return record;
}

/** Anonymous shoppers who turned out to be this one. */
function strangers(shopper: ShopperRecord, known: Known[]): string[] {
  const others = known.filter(({ id, externalId }) => id !== shopper.id && externalId === undefined);
  return [...new Set(others.map(({ id }) => id))];
}

function isSettled(shopper: ShopperRecord, known: Known[], claims: ShopperClaims): boolean {
  const isNamed = claims.name === undefined || claims.name === shopper.name;
  return isNamed && strangers(shopper, known).length === 0 && links(shopper, known, claims).length === 0;
}

type Link = { kind: string; value: string };

/** The identities to write. What the shop does not vouch for now takes no identity from whom it once vouched for. */
function links(shopper: ShopperRecord, known: Known[], { externalId, wechat }: ShopperClaims): Link[] {
  if (!wechat) return [];
  const { appId, openid, unionid } = wechat;
  const wanted = [
    { kind: "weapp_openid", value: openidValue(appId, openid) },
    ...(unionid ? [{ kind: "weapp_unionid", value: unionid }] : []),
  ];
  return wanted.filter(({ kind }) => {
    const holder = known.find((one) => one.kind === kind);
    if (!holder) return true;
    return holder.id !== shopper.id && (externalId !== undefined || holder.externalId === undefined);
  });
}

async function link(
  tx: Queries,
  shopper: ShopperRecord,
  known: Known[],
  { claims, at }: { claims: ShopperClaims; at: number },
): Promise<void> {
  for (const { kind, value } of links(shopper, known, claims)) {
    await tx`
      insert into shopper_identities (shop, kind, value, shopper, linked_at)
      values (${shopper.shop}, ${kind}, ${value}, ${shopper.id}, ${at})
      on conflict (shop, kind, value) do update set shopper = excluded.shopper, linked_at = excluded.linked_at`;
  }
}

async function create(tx: Queries, { externalId, name }: ShopperClaims, fresh: ShopperRecord): Promise<ShopperRecord> {
  const { shop, id, createdAt } = fresh;
  await tx`
    insert into shoppers (shop, id, external_id, name, created_at)
    values (${shop}, ${id}, ${externalId ?? null}, ${name ?? null}, ${createdAt})`;
  return { shop, id, createdAt, ...(externalId && { externalId }), ...(name && { name }) };
}
