import type { Imported } from '#domain/notes.ts';

/** What a matrix of any values has: the names of its rows and of its columns. */
interface NamedRows {
	readonly fromIds: readonly string[];
	readonly toIds: readonly string[];
}

const FOUR_DIGITS = /^\d{4}$/;

/**
 * The same matrix with the INSEE codes of départements 01 to 09 put right where a spreadsheet took their zero: "1004"
 * becomes "01004" when `knownIds` (demand points, communes) has the latter and not the former. One note tells how many.
 */
export function restoreLostZeros<Matrix extends NamedRows>(
	imported: Imported<Matrix>,
	knownIds: ReadonlySet<string>,
	file: string
): Imported<Matrix> {
	const changed = new Set<string>();
	const restored = (ids: readonly string[]) => {
		const present = new Set(ids);
		return ids.map((id) => {
			const whole = `0${id}`;
			if (!FOUR_DIGITS.test(id) || knownIds.has(id) || !knownIds.has(whole) || present.has(whole)) return id;
			changed.add(id);
			return whole;
		});
	};
	const value = { ...imported.value, fromIds: restored(imported.value.fromIds), toIds: restored(imported.value.toIds) };
	const [example] = changed;
	if (example === undefined) return imported;
	const message = { code: 'note_matrix_zeros_restored', params: { count: changed.size, example: `0${example}` } };
	return {
		...imported,
		value,
		notes: [...imported.notes, { severity: 'changed', message, file, row: null, column: null, read: example }]
	};
}
