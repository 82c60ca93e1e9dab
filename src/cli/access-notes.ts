import { MaillageError, type Note } from '#domain/notes.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import type { JoinedPairs } from '#core/access/join-pairs.ts';

/** The names of the three files, as the user knows them. */
export interface AccessFiles {
	readonly matrix: string;
	readonly demand: string;
	readonly supply: string;
}

/**
 * What a matrix and the two tables it joins do not have in common: names of the matrix that stand in no table, places of a table that no
 * pair of the matrix speaks of.
 */
export function joinNotes(
	{ pairs, unknownFrom, unknownTo }: JoinedPairs,
	demandIds: readonly string[],
	supplyIds: readonly string[],
	files: AccessFiles
): Note[] {
	const rejected = (code: string, id: string, table: string): Note => ({
		severity: 'rejected',
		message: { code, params: { id, table } },
		file: files.matrix,
		row: null,
		column: null,
		read: id
	});
	const withoutPair = (code: string, file: string, ids: readonly string[]): Note[] =>
		ids.length === 0
			? []
			: [
					{
						severity: 'info',
						message: { code, params: { count: ids.length, example: ids[0] } },
						file,
						row: null,
						column: null,
						read: null
					}
				];
	const paired = new Set(pairs.column);
	return [
		...unknownFrom.map((id) => rejected('note_access_unknown_from', id, files.demand)),
		...unknownTo.map((id) => rejected('note_access_unknown_to', id, files.supply)),
		...withoutPair(
			'note_access_demand_without_pair',
			files.demand,
			demandIds.filter((_, point) => pairs.first[point] === pairs.first[point + 1])
		),
		...withoutPair(
			'note_access_supply_without_pair',
			files.supply,
			supplyIds.filter((_, place) => !paired.has(place))
		)
	];
}

/**
 * That the matrix and the tables speak of the same places.
 * @throws MaillageError `error_access_no_pair` with a name of each side
 */
export function requirePairs(
	{ pairs, unknownFrom, unknownTo }: JoinedPairs,
	demandIds: readonly string[],
	supplyIds: readonly string[],
	files: AccessFiles
): void {
	if (pairs.column.length > 0) return;
	const params = {
		demand: files.demand,
		supply: files.supply,
		from: unknownFrom[0] ?? '–',
		to: unknownTo[0] ?? '–',
		demandId: demandIds[0],
		supplyId: supplyIds[0]
	};
	throw new MaillageError('error_access_no_pair', params, files.matrix);
}

/**
 * That a decay which is infinite at no cost meets none.
 * @throws MaillageError `error_access_power_zero` naming the first such pair and how many there are
 */
export function requirePositiveCosts(
	pairs: AccessPairs,
	demandIds: readonly string[],
	supplyIds: readonly string[],
	files: AccessFiles
): void {
	const entry = pairs.value.indexOf(0);
	if (entry === -1) return;
	const point = pairs.first.findLastIndex((first) => first <= entry);
	let count = 0;
	for (const cost of pairs.value) if (cost === 0) count++;
	const params = { from: demandIds[point], to: supplyIds[pairs.column[entry]], count };
	throw new MaillageError('error_access_power_zero', params, files.matrix);
}
