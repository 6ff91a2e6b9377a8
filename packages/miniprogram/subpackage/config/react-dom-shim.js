// preact/compat says that it is React 18, so Taro asks react-dom for createRoot, which only preact/compat/client has.
import * as compat from "preact/compat";
import { createRoot } from "preact/compat/client";

export * from "preact/compat";
export { createRoot };
export default Object.assign({}, compat.default, { createRoot });
