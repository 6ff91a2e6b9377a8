import { createOpenaiModel } from "../../src/adapters/openai/model.ts";
import type { Deps } from "../../src/deps.ts";
import { createModels } from "../../src/model/models.ts";
import type { ModelAccess } from "../../src/ports/model.ts";
import type { ModelStore } from "../../src/ports/model-store.ts";

/** The language model's part of a test's server; without an access no shop has one. */
export function createModelParts(
  store: ModelStore,
  now: () => number,
  server?: ModelAccess,
): Pick<Deps, "models" | "modelStore" | "modelPatienceMs"> {
  const model = createOpenaiModel({ now, retryMs: 1, failures: 3 });
  return {
    models: createModels({ model, store, now, ...(server && { server }) }),
    modelStore: store,
    modelPatienceMs: 20_000,
  };
}
