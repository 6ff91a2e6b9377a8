import { Gauge, type Registry } from "prom-client";
import type { Admission } from "../gateway/admission.ts";
import type { Door } from "../gateway/door.ts";

/** Tells how full a node is, whenever somebody asks for its figures. */
export function watchLoad(registry: Registry, { admission, door }: { admission: Admission; door: Door }): void {
  const figures: [name: string, help: string, value: () => number][] = [
    ["yiwen_sockets", "Sockets that are open", () => door.sockets],
    ["yiwen_commands_under_way", "Commands taken in and not answered yet", () => admission.underWay],
    ["yiwen_commands_room", "Commands that may be under way now", () => admission.room],
  ];
  for (const [name, help, value] of figures) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  }
}
