import type { DiagnosticFigure, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import { SITE_KINDS, type SiteFigures } from '#domain/site.ts';
import type { Message } from '#domain/notes.ts';
import type { Area } from './area.ts';
import { countFigure, figure, ratio, say, sumOf, type Figures } from './figure.ts';

/** Counted sites of an area, what they are and what they have: of what a site may leave blank, only those that tell. */
export function siteFigures(area: Area): Figures {
	return [...numbersOfSites(area), ...equipment(area), ...means(area), ...activity(area)];
}

function numbersOfSites({ session, sites, counted }: Area): Figures {
	const kinds = counted.map((rank) => session.territory.sites[rank].kind);
	const ofKinds = SITE_KINDS.flatMap((kind) => {
		const count = kinds.filter((one) => one === kind).length;
		if (count === 0) return [];
		return countFigure(count, {
			id: `sites.kind.${kind}`,
			unit: 'sites',
			formula: say('diagnostic_formula_sites_of_kind', { count, of: counted.length }),
			method: 'perimetre',
			inputs: ['sites']
		});
	});
	const others = sites.length - counted.length;
	return [
		countFigure(counted.length, {
			id: 'sites',
			unit: 'sites',
			formula: say('diagnostic_formula_sites', { count: counted.length, others }),
			method: 'perimetre',
			inputs: ['sites']
		}),
		...ofKinds
	];
}

/** What the counted sites of an area tell of one thing. */
interface Told {
	/** Null when none tells. */
	readonly total: number | null;
	readonly values: readonly number[];
	readonly respondents: NonNullable<DiagnosticFigure['respondents']>;
	readonly why: Message;
}

function told({ session, counted }: Area, valueOf: (figures: SiteFigures) => number | null): Told {
	const values = counted.flatMap((rank) => valueOf(session.territory.sites[rank].figures) ?? []);
	return {
		total: values.length === 0 ? null : sumOf(values),
		values,
		respondents: { known: values.length, of: counted.length, what: 'sites' },
		why: say(counted.length === 0 ? 'diagnostic_why_no_site' : 'diagnostic_why_none_tells')
	};
}

function sumFigure(id: FigureId, unit: FigureUnit, { total, respondents, why }: Told): DiagnosticFigure {
	const { known, of } = respondents;
	const formula = say('diagnostic_formula_sum_of_sites', { known, of });
	return figure(total, why, { id, unit, respondents, formula, method: 'populations', inputs: ['sites'] });
}

/** For each person of the population municipale, as the regulations count. */
function perPerson(
	{ municipale, whyNoMunicipale }: Area,
	id: FigureId,
	unit: FigureUnit,
	{ total, respondents, why }: Told,
	code: string
): DiagnosticFigure {
	const params = { total: Math.round(total ?? 0), people: municipale ?? 0 };
	return figure(ratio(total, municipale), total === null ? why : whyNoMunicipale, {
		id,
		unit,
		respondents,
		formula: say(code, params),
		method: 'populations',
		inputs: ['sites', 'communes']
	});
}

function equipment(area: Area): Figures {
	const surface = told(area, ({ surfaceSquareMetres }) => surfaceSquareMetres);
	const classes = area.counted.flatMap((rank) => area.session.territory.sites[rank].serviceClass ?? []);
	const best = classes.filter((one) => one === 'A' || one === 'B' || one === 'C').length;
	return [
		sumFigure('sites.surface', 'square-metres', surface),
		perPerson(
			area,
			'sites.surface-per-person',
			'square-metres-per-person',
			surface,
			'diagnostic_formula_surface_per_person'
		),
		figure(classes.length === 0 ? null : best, surface.why, {
			id: 'sites.of-class-a-to-c',
			unit: 'sites',
			respondents: { known: classes.length, of: area.counted.length, what: 'sites' },
			formula: say('diagnostic_formula_count_of_sites', { count: best, known: classes.length }),
			method: 'couverture',
			inputs: ['sites']
		})
	];
}

function means(area: Area): Figures {
	const fte = told(area, ({ paidStaffFte }) => paidStaffFte);
	const volunteers = told(area, ({ volunteers: count }) => count);
	const acquisitions = told(area, ({ acquisitionsEuros }) => acquisitionsEuros);
	const withoutPaid = fte.values.filter((one) => one === 0).length;
	return [
		sumFigure('staff.fte', 'full-time-equivalents', fte),
		sumFigure('staff.volunteers', 'volunteers', volunteers),
		figure(fte.values.length === 0 ? null : withoutPaid, fte.why, {
			id: 'staff.sites-without-paid',
			unit: 'sites',
			respondents: fte.respondents,
			formula: say('diagnostic_formula_count_of_sites', { count: withoutPaid, known: fte.values.length }),
			method: 'populations',
			inputs: ['sites']
		}),
		perPerson(
			area,
			'budget.acquisitions-per-person',
			'euros-per-person',
			acquisitions,
			'diagnostic_formula_acquisitions_per_person'
		)
	];
}

function activity(area: Area): Figures {
	const entries = told(area, ({ entriesPerYear }) => entriesPerYear);
	const loans = told(area, ({ loansPerYear }) => loansPerYear);
	const borrowers = told(area, ({ borrowers: count }) => count);
	return [
		sumFigure('activity.entries', 'entries', entries),
		perPerson(area, 'activity.entries-per-person', 'per-person', entries, 'diagnostic_formula_entries_per_person'),
		perPerson(area, 'activity.loans-per-person', 'per-person', loans, 'diagnostic_formula_loans_per_person'),
		perPerson(area, 'activity.borrowers-per-person', 'per-person', borrowers, 'diagnostic_formula_borrowers_per_person')
	];
}
