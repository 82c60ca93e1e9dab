import type { MapTarget } from '#domain/map-target.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import type { Question } from '#domain/question.ts';
import { hoursText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { modeText, whoText } from '#i18n/question-words.ts';
import { siteKindText } from '#i18n/site-words.ts';
import { momentText } from '#i18n/week-words.ts';
import type { Card } from '../../state/card.ts';
import { cellSentence, demandPointText, hexagonSentence } from './place-words.ts';
import { closedText } from './site-state.ts';

export interface HoverText {
	/** Null where the sentence names the place itself. */
	readonly name: string | null;
	/** Null until it is known. */
	readonly sentence: string | null;
}

function isOf(card: Card, target: MapTarget): boolean {
	switch (card.kind) {
		case 'cell':
			return target.kind === 'cell' && card.card.cell === target.cell;
		case 'hexagon':
			return (
				target.kind === 'hexagon' && card.card.resolution === target.resolution && card.card.hexagon === target.hexagon
			);
		case 'commune':
			return target.kind === 'commune' && card.card.code === target.code;
		case 'site':
			return target.kind === 'site' && card.card.site === target.site;
	}
}

/** What is known without asking: a name, a kind. */
function nameOf(target: MapTarget, summary: TerritorySummary, locale: Locale): string {
	switch (target.kind) {
		case 'cell':
			return demandPointText(summary.population.kind, locale);
		case 'hexagon':
			return m.card_kind_hexagon({}, { locale });
		case 'commune':
			return summary.communes.find(({ code }) => code === target.code)?.name ?? target.code;
		case 'site':
			return summary.sites[target.site].name;
		case 'sector':
			return target.name;
	}
}

function sentenceOf(card: Card, question: Question, summary: TerritorySummary, locale: Locale): string {
	if (card.kind === 'cell') return cellSentence(card.card, question, locale);
	if (card.kind === 'hexagon') return hexagonSentence(card.card, question, locale);
	if (card.kind === 'commune') {
		const { figures } = card.card;
		if (figures === null) return m.card_kind_commune_margin({}, { locale });
		const { share } = figures.coverage;
		if (share === null) return m.not_known({}, { locale });
		const params = {
			who: whoText(question.who, locale),
			minutes: String(question.cutoffMinutes),
			mode: modeText(question.mode, locale)
		};
		const percent = m.commune_percent({ percent: percentText(share, locale) }, { locale });
		return `${percent} ${m.commune_share_within(params, { locale })}`;
	}
	const { open, opensNext, weeklyHours, civilWeek } = card.card;
	const hours = isCivilWeek(question.week) ? (civilWeek?.weeklyHours ?? null) : weeklyHours[question.week];
	const moment = momentText(question.minute, locale);
	const state =
		open === null
			? m.state_unknown({}, { locale })
			: open
				? m.site_open_at({ moment }, { locale })
				: closedText(opensNext, hours, locale);
	const parts = [siteKindText(summary.sites[card.card.site].kind, locale), state];
	if (hours !== null) parts.push(m.nearest_weekly({ hours: hoursText(hours, locale) }, { locale }));
	return parts.join(' · ');
}

/** One or two lines for what the pointer is on; a card of another thing, still on its way, is not used. */
export function hoverText(
	target: MapTarget,
	card: Card | null,
	question: Question,
	summary: TerritorySummary,
	locale: Locale
): HoverText {
	const known = card !== null && isOf(card, target) ? card : null;
	const sentence = known && sentenceOf(known, question, summary, locale);
	const namesItself = known !== null && (known.kind === 'cell' || known.kind === 'hexagon');
	return { name: namesItself ? null : nameOf(target, summary, locale), sentence };
}
