import { isKnown } from './words.ts';
import type { SectionWriter } from './writer.ts';

export const STAFF_FIGURES = ['staff.fte', 'staff.volunteers', 'staff.sites-without-paid'] as const;

/** A total of fewer sites tells the staff of each. */
const FEWEST_SITES = 3;

/**
 * Whether a figure of staff may be told: in a document meant to be shared only of three sites or more. One that is not known may: the
 * document then says so.
 */
export function isStaffTold({ data, context }: SectionWriter, id: (typeof STAFF_FIGURES)[number]): boolean {
	const figure = data.figures[id];
	if (context.audience === 'working' || !isKnown(figure)) return true;
	return (figure.respondents?.known ?? 0) >= FEWEST_SITES;
}
