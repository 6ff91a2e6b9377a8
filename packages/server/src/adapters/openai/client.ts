import OpenAI from "openai";
import type { ModelAccess } from "../../ports/model.ts";

/** One client an endpoint and key. */
export function createClients(): (access: Pick<ModelAccess, "baseUrl" | "apiKey">) => OpenAI {
  const clients = new Map<string, OpenAI>();
  return ({ baseUrl, apiKey }) => {
    const key = JSON.stringify([baseUrl, apiKey]);
    const known = clients.get(key) ?? createClient(baseUrl, apiKey);
    clients.set(key, known);
    return known;
  };
}

function createClient(baseURL: string, apiKey: string): OpenAI {
  // Everything the library would read from the environment is given, so that a shop's key goes to its own endpoint only.
  const none = { organization: null, project: null, adminAPIKey: null, webhookSecret: null };
  return new OpenAI({ baseURL, apiKey, ...none, maxRetries: 0, logLevel: "off", fetchOptions: { redirect: "error" } });
}
