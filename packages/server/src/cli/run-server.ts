import { type Assembled, assemble } from "../assemble.ts";
import type { Config } from "../config.ts";
import { StartError } from "../start-error.ts";

/** Longest that closing may take, in milliseconds; what is not answered by then is repeated by its client. */
const patience = 8500;

/** Starts the server, tells its address, and closes it on Ctrl-C; settles once everything is closed. */
export async function runServer(
  config: Config,
  ready: (url: string) => void,
  ...more: Parameters<typeof assemble> extends [Config, ...infer Rest] ? Rest : never
): Promise<void> {
  const assembled = await assemble(config, ...more);
  try {
    ready(await listen(config, assembled));
  } catch (error) {
    await assembled.close();
    throw error;
  }
  const why = await Promise.race([signal(), assembled.failed]);
  await closeInTime(assembled);
  if (why instanceof Error) throw new StartError("database_unreachable", why.message);
}

async function listen({ port, host, publicUrl }: Config, { server }: Assembled): Promise<string> {
  try {
    const url = await server.listen({ port, host });
    return publicUrl ?? url.replace(/127\.0\.0\.1|0\.0\.0\.0|\[::1?\]/, "localhost");
  } catch (error) {
    throw whyNot(error, { port, host });
  }
}

function whyNot(error: unknown, { port, host }: { port: number; host: string }): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return new StartError("port_in_use", `port ${port} is in use: stop the other program, or set PORT`);
    case "EACCES":
      return new StartError("port_in_use", `port ${port} needs more rights than this process has: set PORT`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartError("address_unavailable", `this machine has no address "${host}": set HOST`);
    default:
      return error;
  }
}

function signal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => resolve(name));
  });
}

async function closeInTime({ close }: Assembled): Promise<void> {
  // Whoever started us may pass the same wish on by several ways; only Ctrl-C again means now.
  for (const name of ["SIGTERM", "SIGHUP"] as const) process.on(name, () => {});
  process.once("SIGINT", () => process.exit(130));
  const late = setTimeout(() => {
    console.error("yiwen: closing took too long; what was stored is stored");
    process.exit(0);
  }, patience);
  await close();
  clearTimeout(late);
}
