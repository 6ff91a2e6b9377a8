/** The store is gone for now, takes no writes or has no room, as the driver, the system and PostgreSQL say it. */
export function isUnreachable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && reasons.test(code);
}

const reasons = /^(ECONN|ENOENT|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECTION_|CONNECT_|57P|08|53|25006)/;
