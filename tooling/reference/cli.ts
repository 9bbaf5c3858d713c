import { exitCodes } from '../../packages/cli/src/exit-codes.ts';
import { createProgram } from '../../packages/cli/src/program.ts';

type Command = ReturnType<typeof createProgram>;
type Option = Command['options'][number];
type Argument = Command['registeredArguments'][number];

const silent = { write: () => true };

/** `docs/reference/cli.md`: what the program itself knows of its commands and options, in their order. */
export function cliReference(): string {
  const program = createProgram(
    { stdout: silent, stderr: silent, cwd: '/', environment: {}, signal: new AbortController().signal },
    () => undefined,
  );
  const commands = commandsOf(program);
  return `# Command line

Every command of \`genglossary\`, written from the program itself (\`pnpm exec vitest run tooling/reference -u\` writes this page; a test compares the two). \`genglossary COMMAND --help\` says the same. The result of a command goes to standard output, everything else (progress, hints, errors) to standard error; with \`--json\` both are JSON.

${commands.map((command) => `- [\`${nameOf(command)}\`](#${anchorOf(command)}): ${command.description()}`).join('\n')}

## Options of every command

They stand before or after the name of the command.

${optionTable(program)}
${commands.map(sectionOf).join('\n')}
## Exit codes

| code | meaning |
|---|---|
${Object.entries(exitCodes)
  .map(([name, code]) => `| ${code} | ${meanings[name as keyof typeof exitCodes]} |`)
  .join('\n')}

An error of [the closed list](errors.md) ends a command with ${exitCodes.usage} where another call would help and with ${exitCodes.failed} otherwise.

## Environment

| variable | meaning |
|---|---|
${Object.entries(variables)
  .map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)
  .join('\n')}

Keys of language models are read from the variables that their providers name; \`genglossary doctor\` says which of them are set, never what they are.
`;
}

/** Commands that do something: a group such as \`runs\` only leads to its own. */
function commandsOf(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => (one.commands.length === 0 ? [one] : commandsOf(one)));
}

function nameOf(command: Command): string {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${nameOf(parent)} ${command.name()}`;
}

function anchorOf(command: Command): string {
  return nameOf(command).replaceAll(' ', '-');
}

function sectionOf(command: Command): string {
  const described = command.registeredArguments.map(argumentRow);
  return [
    `## ${nameOf(command)}\n`,
    `${sentence(command.description())}\n`,
    `\`\`\`sh\ngenglossary ${nameOf(command)} ${command.usage()}\n\`\`\`\n`,
    ...(described.length === 0 ? [] : [`| argument | meaning |\n|---|---|\n${described.join('\n')}\n`]),
    ...(command.options.length === 0 ? [] : [optionTable(command)]),
  ].join('\n');
}

function optionTable({ options }: Command): string {
  return `| option | meaning |\n|---|---|\n${options.map(optionRow).join('\n')}\n`;
}

function argumentRow(argument: Argument): string {
  return `| \`${argument.name()}\` | ${argument.description}${defaultOf(argument)} |`;
}

function optionRow(option: Option): string {
  const { flags, description, argChoices } = option;
  const choices = argChoices === undefined ? '' : `: ${argChoices.map((one) => `\`${one}\``).join(', ')}`;
  return `| \`${flags}\` | ${escaped(description)}${choices}${defaultOf(option)} |`;
}

/** As the program's own help tells it. */
function defaultOf({
  defaultValue,
  defaultValueDescription,
}: Pick<Option, 'defaultValue' | 'defaultValueDescription'>): string {
  const value: unknown = defaultValueDescription ?? defaultValue;
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  const told = words.filter((one) => typeof one === 'string' || typeof one === 'number');
  return told.length === 0 ? '' : ` (\`${told.join(' ')}\` unless told)`;
}

function escaped(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('*', String.raw`\*`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  success: 'done; documents that cannot be read are reported and left out',
  usage: 'the command line or a setting is wrong, or there is nothing to read',
  failed: 'it failed, or some items did (unless `--allow-partial`), or the output cannot be written',
  budget: 'the budget is reached; what is finished is kept',
  interrupted: 'stopped by Ctrl-C; what is finished is kept',
  terminated: 'stopped by the system (SIGTERM); what is finished is kept',
};

const variables = {
  GENGLOSSARY_URL: 'a server that does the work, instead of `--url`',
  GENGLOSSARY_TOKEN: 'the token of that server, or the one that `serve` asks for',
  GENGLOSSARY_MODEL: 'a language model, instead of `--model`',
  GENGLOSSARY_MODEL_BASE_URL: 'its address, instead of `--base-url`',
  GENGLOSSARY_MODEL_STEPS: 'its steps, instead of `--model-steps`',
  GENGLOSSARY_MODEL_DEBUG: 'a folder for the requests as they are really sent, with keys masked',
  GENGLOSSARY_LOG: 'how much a build or a server logs: `silent`, `error`, `warn`, `info` or `debug`',
  NO_COLOR: 'no colours',
} as const;
