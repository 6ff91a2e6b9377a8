import { mount } from "./mount.tsx";
import { createHttp } from "./platform/http.ts";
import { createSocketTransport } from "./platform/socket.ts";

const root = document.querySelector("#app");
if (root) mount(root, { http: createHttp(), transport: () => createSocketTransport(location.origin) });
