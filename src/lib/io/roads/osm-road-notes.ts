import type { Note, RejectedRow } from '#domain/notes.ts';
import type { RestrictionDrop } from './osm-restrictions.ts';

/** A road of which the file has fewer than two points, as a row left out. */
export function rejectedWay(file: string, id: number, tags: Readonly<Record<string, string>> | undefined): RejectedRow {
	const note: Note = {
		severity: 'rejected',
		message: { code: 'note_osm_way_without_nodes', params: { way: id } },
		file,
		row: null,
		column: null,
		read: String(id)
	};
	return { note, cells: { way: String(id), ...tags } };
}

const DROP_NOTES: Readonly<Record<RestrictionDrop, string>> = {
	conditional: 'note_osm_restrictions_conditional',
	other_vehicles: 'note_osm_restrictions_other_vehicles',
	malformed: 'note_osm_restrictions_malformed',
	outside: 'note_osm_restrictions_outside'
};

/** Notes that stand for many ways or restrictions each. */
export function countedNotes(
	file: string,
	cutCount: number,
	repeatCount: number,
	dropped: ReadonlyMap<RestrictionDrop, number>
): Note[] {
	const whole = { file, row: null, column: null, read: null };
	const notes: Note[] = [];
	if (cutCount > 0)
		notes.push({ ...whole, severity: 'changed', message: { code: 'note_osm_ways_cut', params: { count: cutCount } } });
	if (repeatCount > 0)
		notes.push({
			...whole,
			severity: 'info',
			message: { code: 'note_osm_ways_repeated', params: { count: repeatCount } }
		});
	for (const [drop, count] of dropped) {
		notes.push({ ...whole, severity: 'info', message: { code: DROP_NOTES[drop], params: { count } } });
	}
	return notes;
}

/** What the base map lacks: areas of water whose outline is made of several ways, or is not whole. */
export function undrawnWaterNotes(file: string, count: number): Note[] {
	const message = { code: 'note_osm_water_not_drawn', params: { count } };
	return count === 0 ? [] : [{ severity: 'info', message, file, row: null, column: null, read: null }];
}
