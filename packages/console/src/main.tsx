import { mount } from "./mount.tsx";
import { createKeepAnswer } from "./platform/answers.ts";
import { createHttp } from "./platform/http.ts";
import { createReadIntents } from "./platform/intents.ts";
import { createKnowledgeHttp } from "./platform/knowledge.ts";
import { createSocketTransport } from "./platform/socket.ts";

const root = document.querySelector("#app");
if (root) {
  mount(root, {
    http: createHttp(),
    readIntents: createReadIntents(),
    keepAnswer: createKeepAnswer(),
    knowledgeHttp: createKnowledgeHttp(),
    transport: () => createSocketTransport(location.origin),
  });
}
