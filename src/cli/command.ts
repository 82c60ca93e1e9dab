import type { Locale } from '#i18n/message.ts';
import type { Progress } from './progress.ts';

/** One option of a command, as `--help` prints it. */
export interface OptionSpec {
	/** Without the dashes: "zone". */
	readonly name: string;
	/** What the value is, in capitals: "FILE", "N"; null for a switch. */
	readonly value: string | null;
	readonly required?: boolean;
	/** The only values accepted. */
	readonly choices?: readonly string[];
	readonly fallback?: string;
	/** May be given several times; each value is one of `OptionValues.every`. */
	readonly repeatable?: boolean;
	/** Message code of its explanation. */
	readonly help: string;
}

export interface CommandContext {
	readonly options: OptionValues;
	readonly positionals: readonly string[];
	readonly locale: Locale;
	/** Progress on the terminal's standard error; silent elsewhere. */
	readonly progress: Progress;
	/** Something the user should know, on standard error. */
	readonly say: (text: string) => void;
	/** The result, on standard output. */
	readonly print: (text: string) => void;
}

/** A command: one file of src/cli/commands, found by its name. Adding a command is adding a file. */
export interface Command {
	/** Message code of the one-line summary. */
	readonly summary: string;
	/** Names of the positional arguments: ["DIR"]. */
	readonly positionals: readonly string[];
	readonly options: readonly OptionSpec[];
	/** Commands as a user would type them, after `maillage`. */
	readonly examples: readonly string[];
	run(context: CommandContext): Promise<void>;
}

/** The values given, with fallbacks filled in. */
export class OptionValues {
	readonly #values: ReadonlyMap<string, string | true>;
	readonly #repeated: ReadonlyMap<string, readonly string[]>;

	/** @param repeated every value of the options that may be given several times */
	constructor(
		values: ReadonlyMap<string, string | true>,
		repeated: ReadonlyMap<string, readonly string[]> = new Map()
	) {
		this.#values = values;
		this.#repeated = repeated;
	}

	/** All values of an option that may be given several times, in the order given. */
	every(name: string): readonly string[] {
		return this.#repeated.get(name) ?? [];
	}

	/** Text of an option that is required or has a fallback. */
	text(name: string): string {
		const value = this.#values.get(name);
		if (typeof value !== 'string') throw new Error(`Option --${name} is read as required but not declared so`);
		return value;
	}

	optional(name: string): string | null {
		const value = this.#values.get(name);
		return typeof value === 'string' ? value : null;
	}

	has(name: string): boolean {
		return this.#values.has(name);
	}
}
