import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import { percentText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { modeText, weekText, whoCountText, whoText } from '#i18n/question-words.ts';
import { momentText } from '#i18n/week-words.ts';
import { quarterOf, weekShares } from './week-geometry.ts';

/** What a picture of the week says of each minute. */
export interface WeekWords {
	/** Beside the cursor: "samedi 15 h : 84 %". */
	readonly cursor: (minute: number) => string;
	/** For screen readers. */
	readonly value: (minute: number) => string;
	/** Under the pointer, beneath the words of the cursor: a line each. */
	readonly detail: (minute: number) => readonly string[];
}

/** The words of the strip under its question. */
export function stripWords(strip: WeekStripAnswer, question: Question, locale: Locale): WeekWords {
	return {
		cursor: (minute) => cursorText(minute, strip, locale),
		value: (minute) => cursorValueText(minute, strip, question, locale),
		detail: (minute) => Object.values(momentDetail(minute, strip, question, locale) ?? {})
	};
}

/** What the strip shows: "Habitants ayant une bibliothèque ouverte à 15 min au plus, en voiture (semaine scolaire)". */
export function stripTitle(question: Question, locale: Locale): string {
	const who = whoText(question.who, locale);
	const params = {
		who: who.charAt(0).toLocaleUpperCase(locale) + who.slice(1),
		minutes: String(question.cutoffMinutes),
		mode: modeText(question.mode, locale),
		week: weekText(question.week, locale)
	};
	return m.week_title(params, { locale });
}

/** Beside the cursor: "samedi 15 h : 84 %". */
export function cursorText(minute: number, strip: WeekStripAnswer | null, locale: Locale): string {
	const share = strip && weekShares(strip)?.[quarterOf(minute)];
	const moment = momentText(minute, locale);
	if (share === null || share === undefined) return moment;
	return m.week_cursor({ moment, percent: percentText(share, locale) }, { locale });
}

/** For screen readers: "samedi 15 h, 84 % des habitants". */
export function cursorValueText(
	minute: number,
	strip: WeekStripAnswer | null,
	question: Question,
	locale: Locale
): string {
	const share = strip && weekShares(strip)?.[quarterOf(minute)];
	const moment = momentText(minute, locale);
	if (share === null || share === undefined) return moment;
	const params = { moment, percent: percentText(share, locale), who: whoText(question.who, locale) };
	return m.week_cursor_value(params, { locale });
}

/** Under the pointer: people and sites open then; null when hours are not known. */
export function momentDetail(
	minute: number,
	strip: WeekStripAnswer,
	question: Question,
	locale: Locale
): { readonly people: string; readonly sites: string } | null {
	if (strip.people === null) return null;
	const quarter = quarterOf(minute);
	return {
		people: whoCountText(strip.people[quarter], question.who, locale),
		sites: writeMessage({ code: 'week_sites_open', params: { count: strip.sitesOpen[quarter] } }, locale)
	};
}
