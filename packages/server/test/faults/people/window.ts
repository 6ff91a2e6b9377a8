import type { ClientWorld, Transport } from "@yiwen/shared";
import type { Chance } from "../chance.ts";
import type { Entry } from "../history.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import { type Disk, storageOn } from "./storage.ts";

/** How much faster than the clock a client waits, so that a run sees all of it: most for what takes it a minute. */
const hasty = (ms: number) => (ms < 30_000 ? 4 : 20);

export type Setting = {
  entries: Entry[];
  chance: Chance;
  /** Where to connect to: each time one of these. */
  origins(): string[];
  /** How many times faster than the clock clients wait that long. */
  haste?: (ms: number) => number;
  /** Hears what goes over a window's connections. */
  listen?: (transport: Transport) => Transport;
};

/** Who opens a window: a person, with a token, where another one comes from, and what their browser keeps. */
export type Person = { id: string; token: string; renew?: () => Promise<string>; disk: Disk };

/** One window of a person: what its client needs of the world, until it crashes. */
export type Pane = {
  name: string;
  world: ClientWorld;
  recorder: Recorder;
  /** Ends it at once, without a word to anyone. */
  crash(): void;
};

let opened = 0;

/** Opens a window whose connections each go to one of the origins, by chance. */
export function openPane(setting: Setting, person: Person, connectTo: (origin: string) => Transport): Pane {
  const name = `w${++opened}`;
  const { entries, chance, origins, haste = hasty, listen = (transport) => transport } = setting;
  const recorder = createRecorder(entries, { person: person.id, window: name });
  let isDead = false;
  const transport = roaming(() => connectTo(chance.pick(origins())));
  const world: ClientWorld = {
    transport: recorder.listen(listen(transport)),
    storage: storageOn(person.disk, () => isDead),
    async token(refused) {
      if (refused !== undefined && person.renew) person.token = await person.renew();
      return { token: person.token, scope: person.id };
    },
    after(ms, run) {
      const timer = setTimeout(() => isDead || run(), ms / haste(ms));
      return () => clearTimeout(timer);
    },
  };
  return {
    name,
    world,
    recorder,
    crash() {
      isDead = true;
      transport.close();
    },
  };
}

/** A transport that makes each connection anew, perhaps to another node. */
function roaming(make: () => Transport): Transport {
  let current: Transport | undefined;
  return {
    connect(token, handlers) {
      current?.close();
      current = make();
      current.connect(token, handlers);
    },
    send: (message) => current?.send(message) ?? Promise.reject(new Error("not connected")),
    signal: (signal) => current?.signal(signal),
    close: () => current?.close(),
  };
}
