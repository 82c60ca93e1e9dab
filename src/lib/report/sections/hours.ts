import type { FigureId } from '#domain/diagnostic.ts';
import { WEEK_KINDS, type WeekKind } from '#domain/question.ts';
import { cutoffWord } from '#i18n/sentence-words.ts';
import type { PictureId, ReportBlock, Words } from '../document.ts';
import { MOMENTS_IN_ORDER, momentName, momentTime, questionWords } from '../place-words.ts';
import { profilesTable, usableParagraph } from '../profiles.ts';
import { referenceBlocks } from '../references.ts';
import { figureCell, numberColumn, someKnown, table, wordCell, wordColumn } from '../tables.ts';
import { hoursSituation } from '../usable-words.ts';
import { isKnown, type KnownFigure } from '../words.ts';
import type { SectionWriter } from '../writer.ts';

const WEEKLY: readonly FigureId[] = WEEK_KINDS.map((kind): FigureId => `hours.weekly.${kind}`);
const MOMENT_SHARES: readonly FigureId[] = MOMENTS_IN_ORDER.map((moment): FigureId => `moment.${moment}.share`);
const MOMENTS_OPEN: readonly FigureId[] = MOMENTS_IN_ORDER.map((moment): FigureId => `moment.${moment}.sites-open`);
const REACH = { hours: 'hours.median-within-reach', none: 'hours.without.share' } as const;

/** How long and when the network is open, who has hours within reach, and who can use them. */
export function hours(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	if (!someKnown(data.figures, ['hours.mean-weekly', REACH.hours, ...WEEKLY])) {
		return [
			...writer.note(writer.words('report_hours_unknown')),
			...referenceBlocks(writer, ['hours.mean-weekly'], 'hours-references')
		];
	}
	const words = questionWords(data.question, locale);
	return [
		...writer.keyFigures(['hours.mean-weekly', 'hours.network-weekly', 'hours.year', REACH.hours]),
		...writer.paragraph(
			writer.sayWithRespondents('report_hours_mean', 'hours', 'hours.mean-weekly', words),
			writer.say('report_hours_network', { hours: 'hours.network-weekly' }),
			writer.sayWithRespondents('report_hours_year', 'hours', 'hours.year')
		),
		...periodsTable(writer),
		picture(writer, 'week', 'report_caption_week', 'report_picture_week_says'),
		...writer.paragraph(reach(writer)),
		picture(writer, 'map-hours', 'report_caption_hours', 'report_picture_hours_says'),
		...moments(writer),
		writer.heading('report_hours_profiles_title'),
		...writer.paragraph(writer.words('report_hours_profiles_lead')),
		...usableParagraph(writer),
		...profilesTable(writer),
		...referenceBlocks(writer, ['hours.mean-weekly', ...MOMENT_SHARES], 'hours-references')
	];
}

function picture(writer: SectionWriter, id: PictureId, caption: string, description: string): ReportBlock {
	const { mode, cutoff, who } = questionWords(writer.data.question, writer.locale);
	const params = { mode, cutoff, who };
	return {
		kind: 'picture',
		picture: id,
		caption: writer.text(caption, params),
		description: writer.text(description, params)
	};
}

const PERIODS = {
	term: 'report_period_term',
	'small-holidays': 'report_period_small_holidays',
	summer: 'report_period_summer'
} as const satisfies Record<WeekKind, string>;

function periodsTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	if (!someKnown(data.figures, WEEKLY)) return [];
	return [
		table(
			'periods',
			writer.text('report_hours_periods'),
			[wordColumn(writer.text('report_column_period')), numberColumn(writer.text('report_column_mean_weekly'))],
			WEEK_KINDS.map((kind) => [
				wordCell(writer.text(PERIODS[kind])),
				figureCell(data.figures[`hours.weekly.${kind}`], locale)
			]),
			{ always: writer.text('report_hours_summer_note'), empty: writer.text('report_not_known') }
		)
	];
}

/** "En voiture, la moitié des habitants ont au moins 20 h d’ouverture par semaine à 15 min au plus ; 3 % n’en ont aucune." */
function reach(writer: SectionWriter): Words {
	const situation = hoursSituation(writer.known(REACH.hours), writer.known(REACH.none));
	return writer.say('report_hours_reach', REACH, { ...questionWords(writer.data.question, writer.locale), situation });
}

function moments(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	if (!someKnown(data.figures, [...MOMENT_SHARES, ...MOMENTS_OPEN])) return [];
	const { who } = questionWords(data.question, locale);
	const rows = MOMENTS_IN_ORDER.map((moment) => [
		wordCell(momentName(moment, locale)),
		wordCell(momentTime(data.momentMinutes[moment], locale)),
		figureCell(data.figures[`moment.${moment}.share`], locale),
		figureCell(data.figures[`moment.${moment}.sites-open`], locale)
	]);
	const columns = [
		wordColumn(writer.text('report_column_moment')),
		wordColumn(writer.text('report_column_time')),
		numberColumn(writer.text('report_column_people_share', { who })),
		numberColumn(writer.text('report_column_open'))
	];
	return [
		writer.heading('report_hours_moments_title'),
		...writer.paragraph(writer.words('report_hours_moments_lead'), bestMoment(writer)),
		picture(writer, 'moments', 'report_caption_moments', 'report_picture_moments_says'),
		table('moments', writer.text('report_hours_moments_caption'), columns, rows, {
			empty: writer.text('report_not_known')
		})
	];
}

/** When most people have an open site, and when fewest; nothing where it is the same, or some moment is not known. */
function bestMoment(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const known = MOMENTS_IN_ORDER.flatMap((moment): { moment: typeof moment; figure: KnownFigure }[] => {
		const figure = data.figures[`moment.${moment}.share`];
		return isKnown(figure) ? [{ moment, figure }] : [];
	});
	if (known.length < MOMENTS_IN_ORDER.length) return [];
	const sorted = known.toSorted((one, other) => other.figure.value - one.figure.value);
	const [best, least] = [sorted[0], sorted[sorted.length - 1]];
	if (best.figure.value === least.figure.value) return [];
	const { mode, Mode, week, who } = questionWords(data.question, locale);
	return writer.words('report_hours_moments_best', {
		mode,
		Mode,
		week,
		who,
		cutoff: cutoffWord(data.question.cutoffMinutes, locale),
		best: momentTime(data.momentMinutes[best.moment], locale),
		least: momentTime(data.momentMinutes[least.moment], locale),
		bestShare: best.figure,
		leastShare: least.figure
	});
}
