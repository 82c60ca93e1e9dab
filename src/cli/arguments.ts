import { parseArgs } from 'node:util';
import { MaillageError } from '#domain/notes.ts';
import { OptionValues, type Command } from './command.ts';

/** The command line does not say what the command needs: exit code 2, with the way to the help. */
export class UsageError extends MaillageError {
	override name = 'UsageError';
}

/**
 * Reads the arguments of one command.
 * @throws UsageError `error_cli_unknown_option`, `error_cli_missing_value`, `error_cli_missing_option`, `error_cli_choice`, `error_cli_positionals`
 */
export function readArguments(
	command: Command,
	args: readonly string[]
): { options: OptionValues; positionals: string[] } {
	const { values, positionals, tokens } = parseArgs({
		args: [...args],
		options: Object.fromEntries(
			command.options.map(({ name, value }) => [name, { type: value === null ? 'boolean' : 'string' } as const])
		),
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	const known = new Map(command.options.map((option) => [option.name, option]));
	const given = new Map<string, string | true>();
	const repeated = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		const option = known.get(token.name);
		if (!option)
			throw new UsageError('error_cli_unknown_option', { option: token.rawName, options: optionNames(command) });
		if (option.value !== null && (token.value === undefined || token.value === '')) {
			throw new UsageError('error_cli_missing_value', { option: `--${option.name}`, value: option.value });
		}
		if (option.repeatable && token.value !== undefined)
			repeated.set(option.name, [...(repeated.get(option.name) ?? []), token.value]);
	}
	for (const [name, option] of known) {
		const value = values[name] ?? option.fallback;
		if (value === undefined || value === false) {
			if (option.required)
				throw new UsageError('error_cli_missing_option', { option: `--${name}`, value: option.value ?? '' });
			continue;
		}
		if (typeof value === 'string' && option.choices && !option.choices.includes(value)) {
			throw new UsageError('error_cli_choice', {
				option: `--${name}`,
				read: value,
				choices: option.choices.join(', ')
			});
		}
		given.set(name, value as string | true);
	}
	if (positionals.length !== command.positionals.length) {
		throw new UsageError('error_cli_positionals', {
			expected: command.positionals.join(' ') || '–',
			read: positionals.join(' ') || '–'
		});
	}
	return { options: new OptionValues(given, repeated), positionals };
}

function optionNames(command: Command): string {
	return command.options.map(({ name }) => `--${name}`).join(', ');
}

/**
 * A number of an option.
 * @throws UsageError `error_cli_number` unless it is a number from `least` to `most`
 */
export function numberOption(options: OptionValues, name: string, least: number, most: number): number {
	const read = options.text(name);
	const value = Number(read.replace(',', '.'));
	if (read.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
		throw new UsageError('error_cli_number', {
			option: `--${name}`,
			read,
			least,
			most: most === Infinity ? '∞' : most
		});
	}
	return value;
}
