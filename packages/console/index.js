import { fileURLToPath } from "node:url";

/** The absolute path of the folder that holds the built console. */
export const consoleRoot = fileURLToPath(new URL("./dist/", import.meta.url));
