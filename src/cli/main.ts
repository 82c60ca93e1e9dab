import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MaillageError } from '#domain/notes.ts';
import { LOCALES, writeMessage, type Locale } from '#i18n/message.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { terminalProgress } from './progress.ts';

/** Exit codes: what was asked is done; it could not be done; the command line is not understood; a fault of the programme. */
export const EXIT = { done: 0, failed: 1, usage: 2, fault: 70 } as const;

const HELP = new Set(['--help', '-h', 'help']);

/** Runs one command line (without "node" and the script) and answers its exit code. */
export async function main(args: readonly string[]): Promise<number> {
	const { locale, rest } = takeLocale(args);
	try {
		return await runCommand(rest, locale);
	} catch (error) {
		return report(error, locale);
	}
}

async function runCommand(args: readonly string[], locale: Locale): Promise<number> {
	const [name, ...rest] = args;
	const names = await commandNames();
	if (name === undefined || HELP.has(name)) {
		const commands = await Promise.all(names.map(async (each) => [each, await loadCommand(each)] as const));
		process.stdout.write(`${generalHelp(new Map(commands), locale)}\n`);
		return name === undefined ? EXIT.usage : EXIT.done;
	}
	if (!names.includes(name))
		throw new UsageError('error_cli_unknown_command', { read: name, commands: names.join(', ') });
	const command = await loadCommand(name);
	if (rest.some((argument) => HELP.has(argument) && argument !== 'help')) {
		process.stdout.write(`${commandHelp(name, command, locale)}\n`);
		return EXIT.done;
	}
	const progress = terminalProgress(process.stderr);
	try {
		await command.run({
			...readArguments(command, rest),
			locale,
			progress,
			say: (text) => {
				progress.end();
				process.stderr.write(`${text}\n`);
			},
			print: (text) => process.stdout.write(`${text}\n`)
		});
	} finally {
		progress.end();
	}
	return EXIT.done;
}

const COMMANDS = join(import.meta.dirname, 'commands');

/** Every file of src/cli/commands is a command of the same name. */
async function commandNames(): Promise<string[]> {
	const files = await readdir(COMMANDS);
	return files
		.filter((file) => file.endsWith('.ts'))
		.map((file) => file.slice(0, -'.ts'.length))
		.sort();
}

/** Only the command asked for is read: the others' code is none of its business. */
async function loadCommand(name: string): Promise<Command> {
	const module = (await import(pathToFileURL(join(COMMANDS, `${name}.ts`)).href)) as { command: Command };
	return module.command;
}

function takeLocale(args: readonly string[]): { locale: Locale; rest: string[] } {
	const at = args.indexOf('--lang');
	const asked = LOCALES.find((known) => known === args[at + 1]);
	if (at < 0 || !asked) return { locale: 'fr', rest: [...args] };
	return { locale: asked, rest: args.filter((_, index) => index !== at && index !== at + 1) };
}

function report(error: unknown, locale: Locale): number {
	if (!(error instanceof MaillageError)) {
		process.stderr.write(`${writeMessage({ code: 'error_cli_fault', params: {} }, locale)}\n`);
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		return EXIT.fault;
	}
	const where = error.file === null ? '' : `${error.file}${locale === 'fr' ? '\u00a0' : ''}: `;
	process.stderr.write(`${where}${writeMessage(error.detail, locale)}\n`);
	if (error instanceof UsageError)
		process.stderr.write(`${writeMessage({ code: 'cli_see_help', params: {} }, locale)}\n`);
	return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
