import { Command } from "commander";
import { describeSettings } from "../config.ts";
import { StartError } from "../start-error.ts";
import { addCommands } from "./commands.ts";
import { UsageError } from "./usage-error.ts";

/** Does what the command line of this process asks for; its exit code says how it went. */
export async function runCommand(): Promise<void> {
  const program = new Command("yiwen")
    .description("Yiwen: AI customer service for shops")
    .addHelpText("after", () => ["\nSettings, from the environment:", ...describeSettings()].join("\n  "));

  // `yiwen replay FILE | head` closes the pipe: that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

  try {
    await addCommands(program, process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    // What an operator can act on is one line; anything else is a bug, and its stack is wanted.
    const isExpected = error instanceof StartError || error instanceof UsageError;
    console.error(isExpected ? `yiwen: ${error.message}` : error);
    process.exitCode = 1;
  }
}
