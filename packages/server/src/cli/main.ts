#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Node keeps what it compiled in its temporary folder. Only what is loaded after this line is kept, hence no imports.
enableCompileCache();
const { runCommand } = await import("./run-command.ts");
await runCommand();
