import { UsageError } from './arguments.ts';

const PAIR = /^([a-z]+)\.([A-Za-z][A-Za-z0-9]*)=(.+)$/;
const INPUTS = ['communes', 'population', 'sites', 'hours', 'matrix', 'perimeter'];

/** Column headings by field, by input: { sites: { lat: 'some_y' } }. */
export type ColumnOption = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * Reads 'sites.lat=some_y,sites.lon=some_x'. A comma inside a heading is written "\,".
 * @throws UsageError `error_cli_columns`
 */
export function readColumnOption(text: string | null): ColumnOption {
	const byInput = new Map<string, Record<string, string>>();
	if (text === null) return byInput;
	for (const part of text.split(/(?<!\\),/)) {
		const pair = part.trim().replaceAll('\\,', ',');
		if (pair === '') continue;
		const match = PAIR.exec(pair);
		if (!match || !INPUTS.includes(match[1]))
			throw new UsageError('error_cli_columns', { read: pair, inputs: INPUTS.join(', ') });
		const [, input, field, heading] = match;
		const fields = byInput.get(input) ?? (Object.create(null) as Record<string, string>);
		fields[field] = heading.trim();
		byInput.set(input, fields);
	}
	return byInput;
}
