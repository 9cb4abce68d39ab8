// Answers questions on standard input, one JSON value a line, after a first line that says who answers.

import { createInterface } from "node:readline";

export async function serve(introduction, answer) {
  const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");
  say(introduction);
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      say(await answer(JSON.parse(line)));
    } catch (error) {
      say({ error: String(error?.stack ?? error) });
    }
  }
}
