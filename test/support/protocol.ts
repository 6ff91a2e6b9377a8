import type { Result, ShopperSession, WireEvent } from "@yiwen/shared";
import { speak } from "../../packages/server/src/cli/speaker.ts";
import { lin } from "./agent.ts";
import type { ShopperScreen } from "./shopper.ts";

/** The words of every message as the server answers them to a client that knows nothing. */
export async function fetchedByShopper(url: string, { page }: ShopperScreen): Promise<string[]> {
  const resume = await page.evaluate(() => localStorage.getItem("yiwen:pk_demo:resume"));
  const { token } = await openSession(url, resume);
  const speaker = await speak(url, "shopper", token);
  const opened = await speaker.command("conversation.open", { limit: 200 });
  speaker.close();
  if (!opened.ok) throw new Error(opened.error.code);
  return messages(opened.data.events);
}

/** The same for the agent. */
export async function fetchedByAgent(url: string, token: string, conversationId: string): Promise<string[]> {
  const speaker = await speak(url, "agent", token);
  const opened = await speaker.command("conversation.open", { limit: 200 }, { conversationId });
  speaker.close();
  if (!opened.ok) throw new Error(opened.error.code);
  return messages(opened.data.events);
}

/** A session of the shopper whom `resume` names, or of a new one. */
export function openSession(url: string, resume?: string | null): Promise<ShopperSession> {
  return post(`${url}/v1/sessions`, { shop: "pk_demo", channel: "web", ...(resume && { resume }) });
}

/** A token of the demo's first agent. */
export async function agentToken(url: string): Promise<string> {
  const { email, password } = lin;
  return (await post<{ token: string }>(`${url}/v1/agents/sessions`, { email, password })).token;
}

function messages(events: WireEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type !== "message.sent") return [];
    const { content } = event.data;
    return content.kind === "text" || content.kind === "choices" ? [content.text] : [];
  });
}

async function post<T>(url: string, body: object): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const result = (await response.json()) as Result<T>;
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}
