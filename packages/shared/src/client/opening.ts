import type { CommandMessage, OpenReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { ShopperInput } from "../schema/commands.ts";
import type { Connection } from "./connection.ts";
import type { Paging } from "./thread.ts";
import type { ShopperState } from "./types.ts";

type Options = Pick<ShopperInput<"conversation.open">, "consult" | "fresh" | "locale">;

/** What an `open` asks for besides the page: the command is frozen at its first try, so that it happens once. */
type Wish = { options: Options; message?: CommandMessage; tries: number };

/** The shopper's `conversation.open`: attaches each consult and starts each fresh conversation exactly once. */
export type Opening = {
  readonly consultError: ShopperState["consultError"];
  wish(options: Options): void;
  hasMore(): boolean;
  open(paging: Paging): Promise<Result<OpenReply> | undefined>;
};

/** Makes the opener of one shopper's conversation. */
export function createOpening(connection: Connection): Opening {
  const wishes: Wish[] = [];
  let consultError: ShopperState["consultError"];
  let locale: Options["locale"];
  let isStale = false;

  const grant = async (wish: Wish, paging: Paging) => {
    const { fresh, consult } = wish.options;
    const input = { ...(fresh ? { fresh } : paging), ...(consult && { consult }), ...(locale && { locale }) };
    wish.message ??= { id: connection.newId(), type: "conversation.open", input };
    wish.tries++;
    const result = (await connection.send(wish.message)) as Result<OpenReply> | undefined;
    if (!result || (!result.ok && result.error.retryable)) return result;
    wishes.splice(wishes.indexOf(wish), 1);
    // An answer given before the connection was lost may be repeated as it was; and one refused shows no conversation.
    isStale = wish.tries > 1 || !result.ok;
    if (result.ok) consultError = result.data.consultError;
    return result;
  };
  return {
    get consultError() {
      return consultError;
    },
    wish(options) {
      locale = options.locale ?? locale;
      const isWished = !options.consult && wishes.some((wish) => wish.options.fresh);
      if (options.consult || (options.fresh && !isWished)) wishes.push({ options, tries: 0 });
    },
    hasMore: () => isStale || wishes.length > 0,
    open(paging) {
      const wish = wishes[0];
      if (wish) return grant(wish, paging);
      isStale = false;
      const input = { ...paging, ...(locale && { locale }) };
      return connection.send({ id: connection.newId(), type: "conversation.open", input }) as Promise<
        Result<OpenReply> | undefined
      >;
    },
  };
}
