import type { Chance } from "../chance.ts";
import type { Crowd } from "../people/crowd.ts";
import type { World } from "../world/world.ts";

/** Where a fault happens. */
export type Scene = { world: World; crowd: Crowd; chance: Chance };

/** One kind of fault: makes it happen and settles once it is over. Answers false where there was nothing to break. */
export type Fault = (scene: Scene) => Promise<boolean>;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
