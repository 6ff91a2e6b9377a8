type Session = { token: string; scope: string };

/** One token for all who need it: asking for it again answers the one there is, until it is refused. */
export function shareToken(ask: (refused?: string) => Promise<Session>): {
  /** For whoever begins or was refused: always asks. */
  renew(refused?: string): Promise<Session>;
  /** For whoever goes along: asks only where nobody has asked, or where the answer was refused. */
  current(refused?: string): Promise<Session>;
} {
  let last: Promise<Session> | undefined;
  const renew = (refused?: string) => {
    last = ask(refused);
    return last;
  };
  return { renew, current: (refused) => (refused === undefined && last) || renew(refused) };
}
