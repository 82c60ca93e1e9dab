import type { Indicators } from '#domain/indicator.ts';

/** What of the indicators says where a result comes from. */
export interface Provenanced extends Pick<Indicators, 'sources'> {
	readonly territory: Pick<Indicators['territory'], 'name' | 'fictional'>;
	readonly travel: Pick<Indicators['travel'], 'origin' | 'estimated' | 'estimated_error'>;
}

/** Where a result comes from, under the names a GeoJSON or a table can carry. */
export function provenance({ territory, sources, travel }: Provenanced) {
	return {
		territory: territory.name,
		fictional: territory.fictional,
		travel_times: travel.origin,
		estimated: travel.estimated,
		...(travel.estimated ? { notice: 'temps estimés', estimated_error: travel.estimated_error } : {}),
		sources
	};
}

/** What a table is, as the W3C asks it be said beside a CSV (Metadata Vocabulary for Tabular Data): FILE-metadata.json. */
export function csvMetadata(name: string, headings: readonly string[], indicators: Provenanced): Uint8Array {
	const { territory, sources, travel } = indicators;
	const licences = [...new Set(Object.values(sources).flatMap(({ licence }) => (licence === null ? [] : [licence])))];
	const credits = [...new Set(Object.values(sources).map(({ attribution, title }) => attribution ?? title))];
	const metadata = {
		'@context': 'http://www.w3.org/ns/csvw',
		url: name,
		'dc:title': `${territory.name} : ${name}`,
		'dc:description': travel.estimated ? 'temps estimés' : null,
		'dc:rights': credits,
		'dc:license': licences,
		tableSchema: { columns: headings.map((heading) => ({ name: heading, titles: heading })) },
		notes: [provenance(indicators)]
	};
	return new TextEncoder().encode(`${JSON.stringify(metadata, null, '\t')}\n`);
}
