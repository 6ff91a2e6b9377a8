import { openDatabase } from "../../../adapters/postgres/open-database.ts";
import { copyConversations } from "./seed.ts";

/** Makes copies of a conversation in a folder that no server has open: `folder shop conversation agent from to`. */
async function main([dataDir, shop, conversation, agent, from, to]: string[]): Promise<void> {
  const { sql, close } = await openDatabase({ ...(dataDir && { dataDir }) });
  await copyConversations(
    sql,
    { shop: shop as string, conversation: conversation as string },
    { from: Number(from), to: Number(to), agent: agent as string },
  );
  const [row] = await sql<{ events: number; conversations: number }[]>`
    select (select count(*) from events)::int as events, (select count(*) from conversations)::int as conversations`;
  await close();
  process.send?.(row);
}

await main(process.argv.slice(2));
