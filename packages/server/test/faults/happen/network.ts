import type { Link, ProxyPort, Weather } from "../wire/proxy.ts";
import { type Fault, pause, type Scene } from "./fault.ts";

/** One connection between a person and a node. */
function someLink({ world, chance }: Scene): Link | undefined {
  const links = world.doors.flatMap(({ links }) => [...links]);
  return links.length > 0 ? chance.pick(links) : undefined;
}

const someDoor = ({ world, chance }: Scene): ProxyPort => chance.pick(world.doors);

/** Changes what happens to messages on one connection for a while. */
function weather(on: Partial<Weather>, direction: "up" | "down", [from, to]: [number, number]): Fault {
  return async (scene) => {
    const link = someLink(scene);
    if (!link) return false;
    const before = { ...link.weather[direction] };
    Object.assign(link.weather[direction], on);
    await pause(scene.chance.between(from, to));
    Object.assign(link.weather[direction], before);
    return true;
  };
}

function held(direction: "up" | "down" | "both", [from, to]: [number, number]): Fault {
  return async (scene) => {
    const link = someLink(scene);
    if (!link) return false;
    const directions = direction === "both" ? (["up", "down"] as const) : [direction];
    for (const one of directions) link.hold(one, true);
    await pause(scene.chance.between(from, to));
    for (const one of directions) link.hold(one, false);
    return true;
  };
}

/** What networks do to connections that they are asked to keep. */
export const networkFaults = {
  async cut(scene) {
    const link = someLink(scene);
    link?.cut();
    return link !== undefined;
  },
  async cutEveryone(scene) {
    const { links } = someDoor(scene);
    for (const link of links) link.cut();
    return links.size > 0;
  },
  async refuse(scene) {
    const door = someDoor(scene);
    door.isShut = true;
    for (const link of door.links) if (scene.chance.happens(0.5)) link.cut();
    await pause(scene.chance.between(200, 1500));
    door.isShut = false;
    return true;
  },
  /** Both ends believe in it, nothing comes through, and then it is gone. */
  async halfOpen(scene) {
    const link = someLink(scene);
    if (!link) return false;
    link.weather.up.isSilent = true;
    link.weather.down.isSilent = true;
    await pause(scene.chance.between(500, 3000));
    link.cut();
    return true;
  },
  delay: held("both", [200, 1500]),
  slowReader: held("down", [1000, 3500]),
  silentUp: weather({ isSilent: true }, "up", [300, 2000]),
  silentDown: weather({ isSilent: true }, "down", [300, 2000]),
  /** Some messages are missing and the heartbeats go on: the socket looks healthy. */
  dropUp: weather({ drop: 0.5 }, "up", [300, 2000]),
  dropDown: weather({ drop: 0.5 }, "down", [300, 2000]),
  doubleUp: weather({ double: 0.6 }, "up", [500, 2000]),
  doubleDown: weather({ double: 0.6 }, "down", [500, 2000]),
  swapUp: weather({ swap: 0.4 }, "up", [500, 2000]),
  swapDown: weather({ swap: 0.4 }, "down", [500, 2000]),
} satisfies Record<string, Fault>;
