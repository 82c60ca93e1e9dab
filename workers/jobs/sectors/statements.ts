import type { Message } from '#domain/notes.ts';
import type { SectorsIndicator } from '#domain/sector-indicator.ts';

/** What is to be said of the sectors of a territory: how many and whose, below what threshold, and what could not be told. */
export function sectorsStatements({ threshold, people, list }: SectorsIndicator): Message[] {
	const { cutoff_minutes: minutes, minimum_usable_hours: hours, minimum_people: fewest } = threshold;
	const found = { count: list.length, people: Math.round(people.in_sectors), minutes };
	const said: Message[] =
		hours === null
			? [{ code: 'sectors_found_by_distance', params: found }]
			: [{ code: 'sectors_found', params: { ...found, hours } }];
	const rest = Math.round(people.not_individualised);
	if (rest > 0) said.push({ code: 'sectors_not_individualised', params: { count: rest, fewest } });
	const unknown = Math.round(people.hours_unknown ?? 0);
	if (unknown > 0) said.push({ code: 'sectors_hours_unknown', params: { count: unknown } });
	return said;
}
