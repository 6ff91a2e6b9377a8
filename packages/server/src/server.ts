import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Deps, Rate } from "./deps.ts";
import { effectRunners } from "./effects/index.ts";
import { createVectorKeeper } from "./embedding/keep-vectors.ts";
import { createAdmission } from "./gateway/admission.ts";
import { createAudience } from "./gateway/audience.ts";
import type { Gateway } from "./gateway/context.ts";
import { createDoor, type Door } from "./gateway/door.ts";
import { createLimiter } from "./gateway/limiter.ts";
import { bindSockets, createSockets } from "./gateway/sockets.ts";
import { type HttpOptions, registerHttp } from "./http/index.ts";
import { createMetrics } from "./observe/metrics.ts";
import type { Command } from "./pipeline/command.ts";
import { createConversations } from "./pipeline/conversations.ts";
import { createDeliver } from "./pipeline/deliver.ts";
import { handle } from "./pipeline/handle.ts";
import { createEffects } from "./pipeline/run-effects.ts";
import { createSerial } from "./pipeline/serial.ts";
import { takeInMerge } from "./pipeline/take-in.ts";
import { within } from "./pipeline/within.ts";
import type { Recognised } from "./ports/directory.ts";
import { isOfAgent, type ShopListener } from "./ports/shop-data.ts";
import type { MediaCheckPush } from "./wechat-push/read-push.ts";
import { takeMediaCheck } from "./wechat-push/take-media-check.ts";

/** Conversations whose state a node keeps at hand, about 3 KB each. */
const knownConversations = 20_000;

/** Milliseconds for the head of a request, and for all of it: an import of 20 MB on a slow line takes its time. */
const headersTimeout = 10_000;
const requestTimeout = 120_000;
/** Milliseconds that commands under way have to come to their end when the server stops. */
const patienceMs = 1500;
/** Connections beside the sockets: pages, probes, proxies. */
const spareConnections = 2000;

/** Packets of one connection, of whatever kind: ten times what its person's commands may be, and enough to come in. */
const packetsOf = ({ burst, perSecond }: Rate): Rate => ({
  burst: Math.max(600, burst * 10),
  perSecond: Math.max(200, perSecond * 10),
});

export type YiwenServer = {
  app: FastifyInstance;
  /** Begins to take connections and to run what is due; answers the address. */
  listen(address: { port: number; host: string }): Promise<string>;
  /** Stops taking connections, ends the sockets and waits for the work under way. */
  close(): Promise<void>;
};

/** How the server is reached; `trustProxy`: a proxy in front says who is asking. */
export type ServerOptions = Omit<
  HttpOptions,
  "metrics" | "onRecognised" | "listeners" | "takePush" | "admission" | "isClosing"
> & {
  trustProxy?: boolean;
};

/** Wires HTTP, sockets and the main path over what it is given; what every test boots. */
export async function buildServer(deps: Deps, options: ServerOptions = {}): Promise<YiwenServer> {
  const { trustProxy = false } = options;
  const app = createApp(deps, trustProxy);
  const { commands, messages, shop, underWay, loopDelayMs } = deps.limits;
  const metrics = createMetrics(deps.log);
  const { clock, load } = deps;
  const door = createDoor({ limits: deps.limits, trustProxy, now: clock.now, refused: metrics.counts.refusedAtDoor });
  const sockets = createSockets(app.server, door, packetsOf(commands));
  const admission = createAdmission({ clock, load, most: underWay, delayMs: loopDelayMs });
  metrics.watch({ admission, door });
  const audience = createAudience(deps, sockets);
  const { listeners, here, roster, queues, moved, changedUnseen } = audience;
  const effects = createEffects(() => pipeline, effectRunners(deps, { listeners, counts: metrics.counts }));
  const vectorKeeper = createVectorKeeper(deps, metrics.counts);
  const pipeline = {
    deps,
    roster,
    queues,
    serial: createSerial(),
    conversations: createConversations(deps.store, knownConversations),
    deliver: createDeliver({ deps, listeners, moved, changedUnseen }),
    runEffects: effects.run,
  };
  const gateway: Gateway = {
    pipeline,
    listeners,
    here,
    limits: { commands: createLimiter(commands), messages: createLimiter(messages), shop: createLimiter(shop) },
    admission,
    observe: metrics.observe,
    counts: metrics.counts,
  };
  bindSockets(sockets, gateway);
  const onRecognised = (recognised: Recognised) => takeInMerge(pipeline, listeners, recognised);
  const { serial } = pipeline;
  const pushes = { deps, counts: metrics.counts, serial, handle: (command: Command) => handle(pipeline, command) };
  const takePush = (shop: string, push: MediaCheckPush) => takeMediaCheck(pushes, shop, push);
  const told = { onRecognised, listeners, takePush, admission, isClosing: () => door.isClosed };
  await registerHttp(app, deps, { ...options, metrics: metrics.registry, ...told });
  const endAgents: ShopListener = (shop, change) => {
    if (shop !== undefined && isOfAgent(change)) listeners.endAgent(shop, change.agent);
  };
  let stopWatching = () => {};
  let stopHearing = () => {};
  return {
    app,
    async listen(address) {
      await audience.open(gateway);
      const url = await app.listen(address);
      effects.start();
      vectorKeeper.start();
      stopWatching = admission.watch();
      stopHearing = deps.shopData.onChange(endAgents);
      return url;
    },
    async close() {
      stopWatching();
      stopHearing();
      shut(door, app);
      await audience.disperse();
      await new Promise<void>((resolve) => sockets.io.close(() => resolve()));
      await app.close();
      // What they store begins effects, which are to be given back with the others.
      await within(clock, patienceMs, admission.idle());
      await Promise.all([effects.stop(), vectorKeeper.stop()]);
      await audience.close();
    },
  };
}

/** HTTP with our own limits, and without a line of the log a request. */
function createApp({ log, limits }: Deps, trustProxy: boolean): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    forceCloseConnections: true,
    http: { headersTimeout, connectionsCheckingInterval: headersTimeout / 2 },
    requestTimeout,
  });
  app.server.maxConnections = limits.sockets + spareConnections;
  return app;
}

/** Whoever would come is to find nobody at once, not be turned away: a proxy then tries the next node. */
function shut(door: Door, app: FastifyInstance): void {
  door.close();
  app.server.close();
}
