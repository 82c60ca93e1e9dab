import type { FigureId, FigureUnit } from '#domain/diagnostic.ts';
import {
	FOLLOWED_COUNTS,
	type ExperimentFigure,
	type FollowedCount,
	type FollowedFigure,
	type FollowedMeasure,
	type FollowedSide,
	type FollowedValue,
	type FollowUpFigureId
} from '#domain/follow-up.ts';
import type { InputKind } from '#domain/territory.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { figureName } from '../figure-names.ts';
import { originSources, type FigureOrigin, type OriginSource } from '../figure-origin.ts';
import { figureText } from '../figure-text.ts';
import { capital } from '../place-words.ts';
import { sentence } from '../writer.ts';
import { experimentFigureName } from './experiment-tables.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';
import { countOf, countRule } from './follow-up-counts.ts';
import { measureName, respondentsText, type Naming } from './follow-up-tables.ts';
import { followedCell, sideText } from './follow-up-words.ts';

/** Section of the page of methods that says how two times are held against each other. */
const METHOD = 'suivi';
const HOURS_INPUTS: readonly InputKind[] = ['sites', 'hours', 'calendar'];
const INPUTS: Readonly<Record<FollowedMeasure['measure'], readonly InputKind[]>> = {
	'weekly-hours': HOURS_INPUTS,
	'year-hours': HOURS_INPUTS,
	entries: ['sites'],
	loans: ['sites'],
	borrowers: ['sites'],
	surface: ['sites']
};

/**
 * Where each figure of a follow-up comes from: its values on both sides, how each was made and of what, the sources of each side with their
 * years. Those that a document tells of sites by name have none, as in the rest of it.
 */
export function followUpOrigins(told: ToldFollowUp, naming: Naming, locale: Locale): FigureOrigin[] {
	const write = new Origins(told, naming, locale);
	const { followUp, experiment } = told;
	return [
		...FOLLOWED_COUNTS.map((count) => write.count(count)),
		...followUp.measures.map((one) => write.measure(one)),
		...followUp.figures.map((one) => write.figure(one)),
		...(experiment?.figures.map((one) => write.experiment(one)) ?? [])
	];
}

class Origins {
	readonly #told: ToldFollowUp;
	readonly #naming: Naming;
	readonly #locale: Locale;

	constructor(told: ToldFollowUp, naming: Naming, locale: Locale) {
		this.#told = told;
		this.#naming = naming;
		this.#locale = locale;
	}

	count(count: FollowedCount): FigureOrigin {
		const { rows } = this.#told.followUp;
		const locale = this.#locale;
		const { name, rule } = countRule(count, locale);
		const sides = {
			before: figureText(rows.filter(({ before }) => before !== null).length, 'sites', locale),
			after: figureText(rows.filter(({ after }) => after !== null).length, 'sites', locale)
		};
		return this.#origin(`follow-up.count.${count}`, {
			name,
			text: figureText(countOf(rows, count), 'sites', locale),
			formula: [rule, m.follow_up_origin_sites(sides, { locale })],
			inputs: ['sites']
		});
	}

	measure({ measure, unit, before, after, known, of }: FollowedMeasure): FigureOrigin {
		const locale = this.#locale;
		return this.#origin(`follow-up.measure.${measure}`, {
			name: measureName(measure, locale),
			text: this.#pair(before, after, unit),
			formula: [m.follow_up_origin_measure({}, { locale })],
			respondents: m.follow_up_origin_measured({ known, of }, { locale }),
			inputs: INPUTS[measure]
		});
	}

	figure({ id, unit, before, after }: FollowedFigure): FigureOrigin {
		const locale = this.#locale;
		const sides = [before, after].map((side) => respondentsText(side));
		const [was, is] = sides.map((text) => text ?? m.follow_up_origin_unknown({}, { locale }));
		return this.#origin(`follow-up.figure.${id}`, {
			name: figureName(id, this.#naming, locale),
			text: this.#pair(before.value, after.value, unit),
			formula: this.#made(before, after),
			respondents: sides.every((text) => text === null)
				? undefined
				: m.follow_up_origin_respondents({ before: was, after: is }, { locale }),
			estimated: [before, after].some(({ made }) => made?.estimated),
			inputs: inputsOf(before, after),
			method: (after.made ?? before.made)?.method
		});
	}

	experiment({ id, unit, before, expected, counted }: ExperimentFigure): FigureOrigin {
		const locale = this.#locale;
		const { followUp } = this.#told;
		const same = followUp.figures.find((one) => one.id === this.#indicator(id));
		const [was, promised, is] = [before, expected, counted].map((value) => this.#value(value, unit));
		return this.#origin(`follow-up.experiment.${id}`, {
			name: experimentFigureName(id, this.#naming.question, locale),
			text: m.follow_up_origin_trio({ before: was, expected: promised, counted: is }, { locale }),
			formula: [
				m.follow_up_origin_experiment(
					{
						name: this.#told.experiment?.scenario ?? '',
						before: sideText(followUp.before, locale),
						after: sideText(followUp.after, locale)
					},
					{ locale }
				),
				...(same ? this.#made(same.before, same.after) : [])
			],
			estimated: same && [same.before, same.after].some(({ made }) => made?.estimated),
			inputs: same ? inputsOf(same.before, same.after) : HOURS_INPUTS
		});
	}

	/** The figure of the whole that a figure of an experiment is on each side. */
	#indicator(id: ExperimentFigure['id']): FigureId | null {
		const { mode, cutoffMinutes, profile } = this.#naming.question;
		switch (id) {
			case 'counted-sites':
				return 'sites';
			case 'coverage':
				return `coverage.${mode}.${cutoffMinutes}.share`;
			case 'moment':
				return 'moment.saturday-afternoon.share';
			case 'median-weekly':
				return 'hours.median-within-reach';
			case 'median-usable':
				return `usable.${profile}.median`;
			case 'without-usable':
				return `usable.${profile}.none.share`;
			case 'weekly-hours':
				return null;
		}
	}

	#made(before: FollowedValue, after: FollowedValue): string[] {
		const locale = this.#locale;
		const said = ({ made }: FollowedValue) => {
			if (made === null) return m.follow_up_origin_none({}, { locale });
			const how = sentence(writeMessage(made.formula, locale), locale);
			return made.why === null ? how : `${sentence(writeMessage(made.why, locale), locale)} ${how}`;
		};
		return [
			m.follow_up_origin_before({ said: said(before) }, { locale }),
			m.follow_up_origin_after({ said: said(after) }, { locale })
		];
	}

	#value(value: number | null, unit: FigureUnit): string {
		return value === null
			? m.follow_up_origin_unknown({}, { locale: this.#locale })
			: followedCell(value, unit, this.#locale).text;
	}

	#pair(before: number | null, after: number | null, unit: FigureUnit): string {
		const sides = { before: this.#value(before, unit), after: this.#value(after, unit) };
		return m.follow_up_origin_pair(sides, { locale: this.#locale });
	}

	#origin(
		id: FollowUpFigureId,
		one: {
			readonly name: string;
			readonly text: string;
			readonly formula: readonly string[];
			readonly respondents?: string | undefined;
			readonly estimated?: boolean | undefined;
			readonly inputs: readonly InputKind[];
			readonly method?: string | undefined;
		}
	): FigureOrigin {
		return {
			id,
			name: capital(one.name, this.#locale),
			text: one.text,
			why: null,
			formula: one.formula.map((line) => sentence(line, this.#locale)).join(' '),
			respondents: one.respondents ?? null,
			estimated: one.estimated ?? false,
			sources: this.#sources(one.inputs),
			method: one.method ?? METHOD
		};
	}

	/** A source of both sides is told once; one of a single side says which. */
	#sources(inputs: readonly InputKind[]): OriginSource[] {
		const locale = this.#locale;
		const { before, after } = this.#told.followUp;
		const of = ({ sources }: FollowedSide) =>
			originSources(
				inputs.flatMap((input) => sources[input] ?? []),
				locale
			);
		const [was, is] = [of(before), of(after)];
		const isIn = (list: readonly OriginSource[], { text }: OriginSource) => list.some((one) => one.text === text);
		const onlyBefore = was.filter((one) => !isIn(is, one));
		const onlyAfter = is.filter((one) => !isIn(was, one));
		return [
			...was.filter((one) => isIn(is, one)),
			...onlyBefore.map((one) => ({
				...one,
				text: m.follow_up_origin_source_before({ source: one.text }, { locale })
			})),
			...onlyAfter.map((one) => ({ ...one, text: m.follow_up_origin_source_after({ source: one.text }, { locale }) }))
		];
	}
}

const inputsOf = (before: FollowedValue, after: FollowedValue): readonly InputKind[] => [
	...new Set([...(before.made?.inputs ?? []), ...(after.made?.inputs ?? [])])
];
