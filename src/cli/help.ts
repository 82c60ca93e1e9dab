import { writeMessage, type Locale } from '#i18n/message.ts';
import type { Command, OptionSpec } from './command.ts';

const WIDTH = 100;

/** `maillage --help`: what it is for and the commands there are. */
export function generalHelp(commands: ReadonlyMap<string, Command>, locale: Locale): string {
	const text = (code: string) => writeMessage({ code, params: {} }, locale);
	const names = [...commands.keys()];
	const column = Math.max(...names.map((name) => name.length)) + 4;
	const lines = names.map((name) => row(`  ${name}`, text(commands.get(name)?.summary ?? ''), column));
	return [
		text('cli_about'),
		'',
		text('cli_usage'),
		'',
		text('cli_commands'),
		...lines,
		'',
		text('cli_exit_codes')
	].join('\n');
}

/** `maillage COMMAND --help`. */
export function commandHelp(name: string, command: Command, locale: Locale): string {
	const text = (code: string) => writeMessage({ code, params: {} }, locale);
	const usage = [
		`npm run --silent maillage -- ${name}`,
		...command.positionals,
		...command.options.filter(({ required }) => required).map(optionUsage)
	];
	const column = 28;
	const lines = command.options.map((option) =>
		row(`  ${optionUsage(option)}`, text(option.help) + details(option, locale), column)
	);
	const examples = command.examples.map((example) => `  npm run --silent maillage -- ${example}`);
	return [
		text(command.summary),
		'',
		text('cli_usage_title'),
		`  ${usage.join(' ')}`,
		'',
		text('cli_options'),
		...lines,
		'',
		text('cli_examples'),
		...examples
	].join('\n');
}

function optionUsage({ name, value }: OptionSpec): string {
	return value === null ? `--${name}` : `--${name} ${value}`;
}

function details({ choices, fallback, required }: OptionSpec, locale: Locale): string {
	const parts: string[] = [];
	if (choices) parts.push(choices.join(' | '));
	if (fallback !== undefined) parts.push(writeMessage({ code: 'cli_default', params: { value: fallback } }, locale));
	if (required) parts.push(writeMessage({ code: 'cli_required', params: {} }, locale));
	return parts.length > 0 ? ` [${parts.join('; ')}]` : '';
}

/** A left column and a text wrapped beside it. */
function row(left: string, text: string, column: number): string {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && column + line.length + 1 + word.length > WIDTH) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}
	lines.push(line);
	const indent = ' '.repeat(column);
	const first = left.length < column ? left.padEnd(column) + lines[0] : `${left}\n${indent}${lines[0]}`;
	return [first, ...lines.slice(1).map((more) => indent + more)].join('\n');
}
