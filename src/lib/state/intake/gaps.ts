import type { Message } from '#domain/notes.ts';
import type { FileUse } from '#io/intake/recognise.ts';

/** What is given, as far as gaps are told by it. */
export interface Given {
	/** What some file serves as. */
	readonly uses: Pick<ReadonlySet<FileUse>, 'has'>;
	/** Hours stand in the file of sites. */
	readonly sitesTellHours: boolean;
	/** Communes were chosen from the national list. */
	readonly chosenByName: boolean;
	readonly name: string;
	readonly zone: string | null;
}

/** Something that is not there: what, what it prevents, and whether nothing can be prepared without it. */
export interface Gap {
	readonly what: Message;
	readonly prevents: Message;
	readonly blocking: boolean;
}

const gap = (what: string, prevents: string, blocking = false): Gap => ({
	what: { code: what, params: {} },
	prevents: { code: prevents, params: {} },
	blocking
});

/** What is missing of a territory, what stops first. */
export function gapsOf({ uses, sitesTellHours, chosenByName, name, zone }: Given): readonly Gap[] {
	const gaps: Gap[] = [];
	if (!uses.has('sites')) gaps.push(gap('intake_gap_sites', 'intake_gap_sites_prevents', true));
	if (!uses.has('communes')) {
		if (!chosenByName) gaps.push(gap('intake_gap_communes', 'intake_gap_communes_prevents', true));
		else if (!uses.has('population')) gaps.push(gap('intake_gap_places', 'intake_gap_places_prevents', true));
		else gaps.push(gap('intake_gap_outlines', 'intake_gap_outlines_prevents'));
	}
	if (name.trim() === '') gaps.push(gap('intake_gap_name', 'intake_gap_name_prevents', true));
	if (zone === null) gaps.push(gap('intake_gap_zone', 'intake_gap_zone_prevents', true));
	if (!uses.has('population') && uses.has('communes'))
		gaps.push(gap('intake_gap_population', 'intake_gap_population_prevents'));
	if (!uses.has('hours') && !sitesTellHours) gaps.push(gap('intake_gap_hours', 'intake_gap_hours_prevents'));
	if (!uses.has('roads') && !uses.has('matrix')) gaps.push(gap('intake_gap_roads', 'intake_gap_roads_prevents'));
	return gaps;
}
