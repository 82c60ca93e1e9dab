import type { DiagnosticReference, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';
import type { Mode } from '#domain/travel.ts';
import file from '../../../data/reference/library-references.json' with { type: 'json' };
import type { Area } from './area.ts';
import { say } from './figure.ts';

/** Whom each published value is of. */
const SAYS: Readonly<Record<string, string>> = {
	'surface-per-person': 'diagnostic_reference_surface_per_person',
	'acquisitions-per-person': 'diagnostic_reference_acquisitions',
	'weekly-hours-all': 'diagnostic_reference_hours_all',
	'weekly-hours-20-40': 'diagnostic_reference_hours_20_40',
	'weekly-hours-40-100': 'diagnostic_reference_hours_40_100',
	'weekly-hours-100': 'diagnostic_reference_hours_100',
	'weekly-hours-book-point': 'diagnostic_reference_hours_book_point',
	'users-within-10': 'diagnostic_reference_users_10',
	'users-10-to-20': 'diagnostic_reference_users_20',
	'equipped-communes': 'diagnostic_reference_equipped',
	'wishes-evening': 'diagnostic_reference_wishes_evening',
	'wishes-saturday': 'diagnostic_reference_wishes_saturday',
	'wishes-sunday': 'diagnostic_reference_wishes_sunday'
};
/** Coverage is stated without a mode: it is read beside that of the question. */
const OF_MODE: Readonly<Record<string, (mode: Mode) => FigureId>> = {
	'coverage.10.share': (mode) => `coverage.${mode}.10.share`,
	'coverage.20.share': (mode) => `coverage.${mode}.20.share`
};

/**
 * Published values for an area: those of all libraries, and those of places of the size of one of its communes (population municipale). The
 * surface under which the State gives no aid is of one main library that would serve the whole area.
 */
export function referencesOf({ communes, municipale, view }: Area): DiagnosticReference[] {
	const sizes = communes.flatMap(({ municipalPopulation }) => municipalPopulation ?? []);
	const published = file.references
		.filter(({ fromPeople, toPeople }) => {
			const isOfAll = fromPeople === 0 && toPeople === null;
			return isOfAll || sizes.some((people) => people >= fromPeople && (toPeople === null || people < toPeople));
		})
		.map((one) => reference(one, view.question.mode));
	return municipale === null || municipale === 0 ? published : [stateAidedSurface(municipale), ...published];
}

function reference(
	{ id, figure, value, unit, publisher, year, certainty, url }: (typeof file.references)[number],
	mode: Mode
): DiagnosticReference {
	const beside = OF_MODE[figure]?.(mode) ?? (figure as FigureId);
	const stated = { publisher, year, certainty: certainty as DiagnosticReference['certainty'], url };
	return { id, figure: beside, value, unit: unit as FigureUnit, says: says(id), ...stated };
}

const says = (id: string): Message => say(SAYS[id]);

/** Square metres that a main library for so many people must have for the State's aid: CGCT, art. R. 1614-79. @param people more than none */
export function stateAidedSquareMetres(people: number): number {
	const { leastSquareMetres, perPersonUpTo, people: most, perPersonBeyond } = file.stateAidedSurface;
	return Math.max(
		leastSquareMetres,
		perPersonUpTo * Math.min(people, most) + perPersonBeyond * Math.max(0, people - most)
	);
}

function stateAidedSurface(people: number): DiagnosticReference {
	const { id, publisher, year, certainty, url } = file.stateAidedSurface;
	return {
		id,
		figure: 'sites.surface',
		value: stateAidedSquareMetres(people),
		unit: 'square-metres',
		says: say('diagnostic_reference_state_surface', { people }),
		publisher,
		year,
		certainty: certainty as DiagnosticReference['certainty'],
		url
	};
}
