// Checks Dockerfiles: their instructions with dockerfile-utils, and the script of each RUN with ShellCheck.
// Arguments: the files. Ends with 1 and a line for each fault.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

let faults = 0;

function fault(text) {
  console.error(text);
  faults++;
}

/**
 * Returns the script of a RUN in the shell form, with each line at the line number that it has in the Dockerfile.
 * The first line declares the variables, because Docker sets them before it runs the script. A directive to ShellCheck in
 * the comment above the RUN is kept.
 */
function scriptOf(run, lines, variables) {
  const { start, end } = run.getRange();
  const begin = run.getArguments()[0].getRange().start;
  const before = Array(begin.line).fill("");
  before[0] = `export ${variables.join(" ")}`;
  const above = lines[start.line - 1] ?? "";
  if (start.line > 1 && above.startsWith("# shellcheck ")) before[start.line - 1] = above;
  const script = lines.slice(begin.line, end.line + 1);
  script[0] = " ".repeat(begin.character) + script[0].slice(begin.character);
  // Docker removes lines of comments within an instruction; a shell would end the command there.
  return [...before, ...script.map((line, at) => (at > 0 && /^\s*#/.test(line) ? "\\" : line))].join("\n") + "\n";
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  for (const { range, message } of validate(text)) {
    fault(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
  }
  const dockerfile = DockerfileParser.parse(text);
  const variables = [...dockerfile.getARGs(), ...dockerfile.getENVs()]
    .flatMap((instruction) => instruction.getProperties?.() ?? [instruction.getProperty()])
    .map((property) => property.getName());
  for (const run of dockerfile.getInstructions()) {
    if (run.getKeyword() !== "RUN" || run.getArguments()[0]?.getValue().startsWith("[")) continue;
    const { status, stdout, error } = spawnSync("shellcheck", ["--norc", "--shell=sh", "--format=gcc", "-"], {
      input: scriptOf(run, lines, ["PATH", ...variables]),
      encoding: "utf8",
    });
    if (error) throw error;
    if (status !== 0) fault(stdout.trimEnd().replaceAll(/^-:/gm, `${file}:`));
  }
}
process.exit(faults === 0 ? 0 : 1);
