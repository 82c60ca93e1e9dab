import type { DiagnosticSite, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import {
	SAME_PLACE_METRES,
	SAYS_ELSEWHERE,
	type FollowedCommune,
	type FollowedFigure,
	type FollowedMeasure,
	type FollowedSide,
	type FollowedValue,
	type FollowedYear,
	type FollowUp,
	type FollowUpRow,
	type MatchDecision
} from '#domain/follow-up.ts';
import type { Message } from '#domain/notes.ts';
import { CUTOFF_CHOICES } from '#domain/question.ts';
import { communeOfSite } from '#domain/site-commune.ts';
import { MODES } from '#domain/travel.ts';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { normalisedName } from '#io/sites/site-names.ts';
import { ranksLeft, sameSites } from './same-sites.ts';

/** Figures of the whole area that are followed from one side to the other, those that it has. */
const FIGURES: readonly FigureId[] = [
	'population.municipale',
	'population.grid',
	'sites',
	'communes.without-site',
	'sites.surface',
	'sites.surface-per-person',
	'staff.fte',
	'staff.volunteers',
	'activity.entries',
	'activity.entries-per-person',
	'activity.loans-per-person',
	'activity.borrowers-per-person',
	'hours.mean-weekly',
	'hours.network-weekly',
	'hours.year',
	'hours.median-within-reach',
	'hours.without.share',
	...MODES.flatMap((mode) => CUTOFF_CHOICES.map((minutes) => `coverage.${mode}.${minutes}.share` as const)),
	'moment.saturday-afternoon.share',
	...DEFAULT_PROFILES.flatMap(({ id }) => [`usable.${id}.median`, `usable.${id}.none.share`] as const),
	'sectors',
	'sectors.people'
];

const { compare } = new Intl.Collator('fr', { numeric: true });
const RANKS = { doubtful: 0, closed: 1, opened: 2, kept: 3 } as const satisfies Record<FollowUpRow['state'], number>;

/**
 * Two times of one territory: its sites matched, what they tell, its figures and its communes on each side. Nothing that one side does not
 * know is compared.
 * @param decisions of pairs of sites that were in doubt
 */
export function followUp(
	before: FollowedYear,
	after: FollowedYear,
	decisions: readonly MatchDecision[] = []
): FollowUp {
	const communes = communesOf(before, after);
	const rows = rowsOf(inNamedCommunes(before.sites, communes), inNamedCommunes(after.sites, communes), decisions);
	return {
		before: sideOf(before),
		after: sideOf(after),
		rows,
		measures: measuresOf(rows),
		figures: figuresOf(before, after, rows),
		communes,
		statements: statementsOf(before, after)
	};
}

/** Sites with their communes as the territory writes them: files of sites have capitals alone, and no accents. */
function inNamedCommunes(sites: FollowedYear['sites'], communes: FollowUp['communes']): FollowedYear['sites'] {
	return sites.map((one) => ({ ...one, site: { ...one.site, communeName: communeOfSite(one.site, communes) } }));
}

const sideOf = ({ area, vintage, sources }: FollowedYear): FollowedSide => ({ area, vintage, sources });

function rowsOf(
	before: readonly DiagnosticSite[],
	after: readonly DiagnosticSite[],
	decisions: readonly MatchDecision[]
): FollowUpRow[] {
	const places = (sites: readonly DiagnosticSite[]) => sites.map(({ site }) => site);
	const pairs = sameSites(places(before), places(after), decisions);
	const paired = pairs.map(({ before: from, after: to, metres, match, doubt }): FollowUpRow => {
		const both = { before: before[from], after: after[to], metres };
		// One of both is there.
		if (match === null) return { state: 'doubtful', ...both, doubt: doubt ?? 'several' };
		const renamed = normalisedName(before[from].site.name) !== normalisedName(after[to].site.name);
		return { state: 'kept', ...both, match, moved: metres > SAME_PLACE_METRES, renamed };
	});
	const left = ranksLeft(
		before.length,
		pairs.map((pair) => pair.before)
	);
	const come = ranksLeft(
		after.length,
		pairs.map((pair) => pair.after)
	);
	const rows: FollowUpRow[] = [
		...paired,
		...left.map((rank): FollowUpRow => ({ state: 'closed', before: before[rank], after: null })),
		...come.map((rank): FollowUpRow => ({ state: 'opened', before: null, after: after[rank] }))
	];
	return rows.sort((one, other) => RANKS[one.state] - RANKS[other.state] || compare(nameOf(one), nameOf(other)));
}

const nameOf = ({ before, after }: FollowUpRow): string => (before ?? after)?.site.name ?? '';

const MEASURES: readonly {
	readonly measure: FollowedMeasure['measure'];
	readonly unit: FigureUnit;
	readonly of: (site: DiagnosticSite) => number | null;
}[] = [
	{ measure: 'weekly-hours', unit: 'hours', of: ({ weeklyHours }) => weeklyHours },
	{ measure: 'year-hours', unit: 'hours', of: ({ yearHours }) => yearHours },
	{ measure: 'entries', unit: 'entries', of: ({ site }) => site.figures.entriesPerYear },
	{ measure: 'loans', unit: 'entries', of: ({ site }) => site.figures.loansPerYear },
	{ measure: 'borrowers', unit: 'entries', of: ({ site }) => site.figures.borrowers },
	{ measure: 'surface', unit: 'square-metres', of: ({ site }) => site.figures.surfaceSquareMetres }
];

/** Over the very same sites on both sides: others would make a change of what is only told by more, or by fewer. */
function measuresOf(rows: readonly FollowUpRow[]): FollowedMeasure[] {
	const kept = rows.flatMap((row) => (row.state === 'kept' && row.before.counted && row.after.counted ? [row] : []));
	return MEASURES.map(({ measure, unit, of }) => {
		let [before, after, known] = [0, 0, 0];
		for (const row of kept) {
			const [was, is] = [of(row.before), of(row.after)];
			if (was === null || is === null) continue;
			before += was;
			after += is;
			known++;
		}
		return {
			measure,
			unit,
			before: known === 0 ? null : before,
			after: known === 0 ? null : after,
			known,
			of: kept.length
		};
	});
}

/** What a figure of the whole is made of, at each site; null for what is not made of that. */
function toldBySites(id: FigureId): ((site: DiagnosticSite) => number | null) | null {
	if (id.startsWith('sites.surface')) return ({ site }) => site.figures.surfaceSquareMetres;
	if (id === 'staff.fte') return ({ site }) => site.figures.paidStaffFte;
	if (id === 'staff.volunteers') return ({ site }) => site.figures.volunteers;
	if (id.startsWith('activity.entries')) return ({ site }) => site.figures.entriesPerYear;
	if (id.startsWith('activity.loans')) return ({ site }) => site.figures.loansPerYear;
	if (id.startsWith('activity.borrowers')) return ({ site }) => site.figures.borrowers;
	if (id === 'hours.year') return ({ yearHours }) => yearHours;
	return /^(?:hours|moment|usable)\./.test(id) ? ({ weeklyHours }) => weeklyHours : null;
}

/** Whether the counted sites that tell nothing are the same both times: as many others would be another sum. */
function areSilentTheSame(rows: readonly FollowUpRow[], told: (site: DiagnosticSite) => number | null): boolean {
	const isSilent = (site: DiagnosticSite | null) => site !== null && site.counted && told(site) === null;
	// One in doubt is the same, or stands in the place of the other.
	return rows.every(({ before, after }) => isSilent(before) === isSilent(after));
}

function figuresOf(
	{ figures: before }: FollowedYear,
	{ figures: after }: FollowedYear,
	rows: readonly FollowUpRow[]
): FollowedFigure[] {
	const valueOf = (side: FollowedYear['figures'], id: FigureId): FollowedValue => {
		const figure = side[id];
		if (figure === undefined) return { value: null, respondents: null, made: null };
		const { value, respondents, why, formula, method, inputs, estimated } = figure;
		return {
			value,
			respondents: respondents && { known: respondents.known, of: respondents.of },
			made: { why, formula, method, inputs, estimated }
		};
	};
	return FIGURES.flatMap((id) => {
		const unit = (before[id] ?? after[id])?.unit;
		if (unit === undefined) return [];
		const told = toldBySites(id);
		const isOfSameSites = told === null || areSilentTheSame(rows, told);
		return [{ id, unit, before: valueOf(before, id), after: valueOf(after, id), isOfSameSites }];
	});
}

function communesOf({ communes: before }: FollowedYear, { communes: after }: FollowedYear): FollowedCommune[] {
	const [was, is] = [before, after].map(
		(side) => new Map<string, FollowedYear['communes'][number]>(side.map((one) => [one.code, one]))
	);
	return [...new Set([...was.keys(), ...is.keys()])]
		.map((code) => {
			const [one, other] = [was.get(code) ?? null, is.get(code) ?? null];
			return { code, name: (other ?? one)?.name ?? code, before: one, after: other };
		})
		.sort((one, other) => compare(one.name, other.name));
}

function statementsOf(before: FollowedYear, after: FollowedYear): Message[] {
	const codes = (side: FollowedYear) => new Set<string>(side.communes.map(({ code }) => code));
	const [was, is] = [codes(before), codes(after)];
	const gone = [...was].filter((code) => !is.has(code)).length;
	const come = [...is].filter((code) => !was.has(code)).length;
	const said: Message[] = [];
	if (was.size > 0 && gone === was.size) said.push({ code: SAYS_ELSEWHERE, params: {} });
	else if (gone + come > 0) said.push({ code: 'follow_up_says_perimeter', params: { gone, come } });
	if (before.travel !== after.travel) said.push({ code: 'follow_up_says_travel', params: {} });
	else if (before.travel === 'estimated') said.push({ code: 'follow_up_says_estimated', params: {} });
	const people = (side: FollowedYear) => side.figures['population.grid']?.value ?? null;
	if (people(before) !== people(after)) said.push({ code: 'follow_up_says_population', params: {} });
	return said;
}
