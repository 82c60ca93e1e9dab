import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import type { CellCard } from '#domain/cards.ts';
import type { Question } from '#domain/question.ts';
import { peopleText, percentText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileText } from '#i18n/profile-words.ts';
import { modeText, weekText, whoText } from '#i18n/question-words.ts';
import { momentText } from '#i18n/week-words.ts';
import { momentDetail, stripTitle, stripWords, type WeekWords } from '../week/strip-words.ts';
import { quarterOf, weekShares } from '../week/week-geometry.ts';
import type { HeatKind } from './week-heat.ts';

const sitesText = (strip: WeekStripAnswer, minute: number, locale: Locale) =>
	writeMessage({ code: 'week_sites_open', params: { count: strip.sitesOpen[quarterOf(minute)] } }, locale);

function asksParams(question: Question, locale: Locale) {
	return {
		minutes: String(question.cutoffMinutes),
		mode: modeText(question.mode, locale),
		week: weekText(question.week, locale)
	};
}

/**
 * What the week shows, in one sentence.
 * @param counted the question as `heatQuestion` gives it, whose people are those counted
 */
export function heatTitle(counted: Question, kind: HeatKind, ofCell: boolean, locale: Locale): string {
	const params = asksParams(counted, locale);
	if (kind === 'open') return ofCell ? m.hours_page_open_cell_says(params, { locale }) : stripTitle(counted, locale);
	const profile = profileText(counted.profile, counted.editedProfiles, locale);
	if (ofCell) return m.hours_page_usable_cell_says({ ...params, profile }, { locale });
	const who = whoText(counted.who, locale);
	const capital = who.charAt(0).toLocaleUpperCase(locale) + who.slice(1);
	return m.hours_page_usable_says({ ...params, profile, who: capital }, { locale });
}

/** The words of the people of the scope: shares, people, sites. */
export function scopeWords(strip: WeekStripAnswer, counted: Question, locale: Locale): WeekWords {
	return stripWords(strip, counted, locale);
}

const CELL_WORDS = {
	open: [m.hours_page_kind_open_cell_not, m.hours_page_kind_open_cell],
	usable: [m.hours_page_kind_usable_cell_not, m.hours_page_kind_usable_cell]
} as const;

/** The words of one cell: yes or no, and sites; never how many people, nor their age. */
export function cellWords(strip: WeekStripAnswer, kind: HeatKind, locale: Locale): WeekWords {
	const shares = weekShares(strip);
	const cursor = (minute: number) => {
		const what = CELL_WORDS[kind][(shares?.[quarterOf(minute)] ?? 0) > 0 ? 1 : 0]({}, { locale });
		return m.hours_page_reading_cell_cursor({ moment: momentText(minute, locale), what }, { locale });
	};
	return { cursor, value: cursor, detail: (minute) => [sitesText(strip, minute, locale)] };
}

/** "samedi 15 h : 84 %, 12 400 habitants, 7 lieux ouverts", to stand beside the picture. */
export function readingText(
	minute: number,
	strip: WeekStripAnswer,
	counted: Question,
	ofCell: HeatKind | null,
	locale: Locale
): string {
	if (ofCell !== null) {
		const words = cellWords(strip, ofCell, locale);
		return [words.cursor(minute), ...words.detail(minute)].join(', ');
	}
	const [share, detail] = [weekShares(strip)?.[quarterOf(minute)], momentDetail(minute, strip, counted, locale)];
	const moment = momentText(minute, locale);
	if (share === undefined || detail === null) return moment;
	return m.hours_page_reading({ moment, percent: percentText(share, locale), ...detail }, { locale });
}

/** "Le Hameau, environ 30 habitants": where a cell is and how many live there, rounded. */
export function cellPlaceText(card: CellCard, locale: Locale): string {
	const commune = card.communeName;
	const place =
		card.placeName ??
		(commune === null
			? m.hours_page_week_cell_nowhere({}, { locale })
			: m.hours_page_week_cell_unnamed({ commune }, { locale }));
	if (card.peopleRounded === 0) return m.hours_page_week_cell_where_few({ place }, { locale });
	return m.hours_page_week_cell_where({ place, people: peopleText(card.peopleRounded, locale) }, { locale });
}
