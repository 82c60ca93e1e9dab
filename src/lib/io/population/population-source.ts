import type { DemandPointKind } from '#domain/population.ts';
import type { Source } from '#domain/source.ts';
import { unstatedSource } from '../unstated-source.ts';
import type { Table } from '../tables/table.ts';

/** Edition of Filosofi by the spelling of its cell heading; the editions of 2019 and 2021 share theirs. */
const EDITIONS: readonly [heading: RegExp, vintage: string | null][] = [
	[/^(?:IdINSPIRE|Id_carr1km)$/, '2015'],
	[/^Idcar_(?:200m|1km)$/, '2017'],
	[/^idcar_(?:200m|1km)$/, null]
];
/** What the headings of 2019 and after leave open when the file's name has no year. */
export const SHARED_VINTAGE = '2019/2021';
const SIZE_IN_WORDS: Readonly<Partial<Record<DemandPointKind, string>>> = {
	'grid-200m': ', carreaux de 200 m',
	'grid-1km': ', carreaux de 1 km'
};

/**
 * Where a table of population comes from, as far as the file tells: Filosofi and its edition by the headings (the year in
 * the file's name where the headings are shared), else only the file's name.
 */
export function populationSource(table: Pick<Table, 'headings' | 'file'>, kind: DemandPointKind): Source {
	const { file } = table;
	const edition = EDITIONS.find(([pattern]) => table.headings.some((heading) => pattern.test(heading)));
	if (edition === undefined) return unstatedSource(file);
	const vintage = edition[1] ?? /(?<!\d)20(?:19|2\d)(?!\d)/.exec(file)?.[0] ?? SHARED_VINTAGE;
	return {
		title: `Filosofi ${vintage}${SIZE_IN_WORDS[kind] ?? ''}`,
		publisher: 'INSEE',
		licence: 'Licence Ouverte 2.0',
		attribution: `INSEE, Filosofi ${vintage}`,
		vintage,
		file
	};
}
