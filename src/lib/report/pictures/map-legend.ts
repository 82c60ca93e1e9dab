import type { Paint } from '#domain/atlas-answers.ts';
import { shapeRows, SIZE_ROWS } from '#domain/site-key.ts';
import { hoursText, peopleText } from '#i18n/figures.ts';
import { classPeopleText, legendText, levelNote } from '#i18n/legend.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import { roundedToTen } from '#i18n/sector-words.ts';
import { siteKindsHeading } from '#i18n/site-words.ts';
import { filled, paperFill } from './patterns.ts';
import type { PictureInput } from './picture-input.ts';
import { badge } from './sector-layer.ts';
import { SAMPLE_MIDDLE, SAMPLE_RECT, type LegendEntry } from './sheet.ts';
import { siteMark, sitePoint, type DrawnSite } from './site-layer.ts';

/** Legend of what is painted, with its unit, its conditions and how its classes were made. */
export interface PaintLegend {
	readonly title: string;
	readonly entries: readonly LegendEntry[];
	readonly notes: string;
}

/** People of a class are told where the map shows all those that they are counted among. */
export function paintLegend(paint: Paint, { data, summary, locale }: PictureInput, prefix: string): PaintLegend {
	const question = paint.classes.indicator === 'change' ? data.question : { ...data.question, scenario: null };
	const { title, conditions, method, whom, rows } = legendText(paint, question, locale);
	const withPeople = question.scope.kind === 'territory';
	const notes = [
		conditions,
		withPeople ? m.legend_in_brackets({ whom }, { locale }) : '',
		method,
		levelNote(paint, summary.population.kind, locale)
	];
	return {
		title,
		entries: rows.map(({ mark, label, people }) => ({
			label: withPeople ? `${label} (${classPeopleText(people, locale)})` : label,
			sample: filled(prefix, paperFill(mark, paint.classes), 'rect', SAMPLE_RECT, 'pixels')
		})),
		notes: notes.filter((note) => note !== '').join(' · ')
	};
}

const [X, Y] = SAMPLE_MIDDLE;

const POINT_RADIUS = 3.4;

/** What the points of a map are, of the states that it has. */
export function pointEntries(sites: readonly DrawnSite[], locale: Locale): LegendEntry[] {
	const options = { locale };
	const states = new Set(sites.map(({ state }) => state));
	const entries = [
		['counted', m.report_map_counted({}, options)],
		['outside', m.report_map_neighbours({}, options)],
		['not-counted', m.legend_sites_not_counted({}, options)]
	] as const;
	return entries
		.filter(([state]) => states.has(state))
		.map(([state, label]) => ({ label, sample: sitePoint(X, Y, state, POINT_RADIUS) }));
}

/** Marks by kind, by whether they count, and by weekly hours. */
export function markEntries(
	sites: readonly DrawnSite[],
	locale: Locale
): { readonly kinds: LegendEntry[]; readonly sizes: LegendEntry[] } {
	const options = { locale };
	const sample = (mark: Pick<DrawnSite, 'shape' | 'step' | 'state'>) => siteMark(X, Y, mark, 0.75);
	const plain = { shape: 'disc', step: 1, state: 'counted' } as const;
	const states = new Set(sites.map(({ state }) => state));
	const kinds = shapeRows(sites).map(({ shape, kinds: ofShape }) => ({
		label: ofShape.map((kind) => siteKindsHeading(kind, locale)).join(', '),
		sample: sample({ ...plain, shape })
	}));
	if (states.has('outside'))
		kinds.push({ label: m.report_map_neighbours({}, options), sample: sample({ ...plain, state: 'outside' }) });
	if (states.has('not-counted'))
		kinds.push({ label: m.legend_sites_not_counted({}, options), sample: sample({ ...plain, state: 'not-counted' }) });
	const steps = new Set(sites.map(({ step }) => step));
	const sizes = SIZE_ROWS.filter(({ step }) => steps.has(step)).map(({ step, over, upTo }) => ({
		label: hoursLabel(over, upTo, locale),
		sample: sample({ ...plain, step })
	}));
	if (steps.has('unknown'))
		sizes.push({ label: m.legend_sites_hours_unknown({}, options), sample: sample({ ...plain, step: 'unknown' }) });
	return { kinds, sizes };
}

function hoursLabel(over: number | null, upTo: number | null, locale: Locale): string {
	const options = { locale };
	if (upTo === null) return m.legend_over({ from: hoursText(over ?? 0, locale) }, options);
	const to = hoursText(upTo, locale);
	return over === null ? m.legend_up_to({ to }, options) : m.legend_between({ from: String(over), to }, options);
}

/** Name and people of each sector by its number. */
export function sectorEntries({ data, locale }: PictureInput): LegendEntry[] {
	return data.sectors.map(({ name, people }, rank) => ({
		label: `${name} (${peopleText(roundedToTen(people), locale)})`,
		sample: badge(SAMPLE_MIDDLE, rank + 1)
	}));
}
