import type { SiteFromPlace } from '#domain/cards.ts';
import type { Question } from '#domain/question.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { momentInSentence } from '#i18n/week-words.ts';

/** "fermée ; ouvre mercredi à 14 h"; where no opening comes back every week, that is said instead. */
export function closedText(opensNext: MinuteOfWeek | null, weeklyHours: number | null, locale: Locale): string {
	if (opensNext !== null) return m.state_closed_until({ when: momentInSentence(opensNext, locale) }, { locale });
	return weeklyHours !== null && weeklyHours > 0
		? m.state_closed_some_weeks({}, { locale })
		: m.state_never_open({}, { locale });
}

/** Whether a site serves a place at the cursor, and why not. */
export function servingText(site: SiteFromPlace, question: Question, locale: Locale): string {
	switch (site.notServing) {
		case null:
			return m.state_open({}, { locale });
		case 'too-far':
			return m.state_too_far({ minutes: String(question.cutoffMinutes) }, { locale });
		case 'not-counted':
			return m.state_not_counted({}, { locale });
		case 'hours-unknown':
			return m.state_unknown({}, { locale });
		case 'closed':
			return closedText(site.opensNext, site.weeklyHours, locale);
	}
}

/** Why a site is or is not counted under a question: the user's choice first, then the filters, then the import's reason. */
export function countedReason(site: SiteSummary, question: Question, locale: Locale): string {
	const { takenIn, leftOut, kindsLeftOut } = question.supply;
	if (site.margin && !question.withNeighbours) return m.site_reason_neighbour({}, { locale });
	if (takenIn.includes(site.id) || leftOut.includes(site.id)) {
		return writeMessage({ code: 'counted_reason_user', params: {} }, locale);
	}
	if (kindsLeftOut.includes(site.kind)) return m.site_reason_kind_left_out({}, { locale });
	return writeMessage({ code: site.counted.reason, params: {} }, locale);
}
