// preact/compat says that it is React 18, so Taro asks for `createRoot`, which is elsewhere in preact.
import * as compat from "preact/compat";
import { createRoot } from "preact/compat/client";

export * from "preact/compat";
export { createRoot };
export default Object.assign({}, compat.default, { createRoot });
