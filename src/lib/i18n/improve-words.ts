import type { HoursProposal, ProposedSlot } from '#domain/proposals.ts';
import { hoursText, peopleText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { clockText, dayAndMinute, dayText } from './week-words.ts';

/** "Ouvrir la médiathèque de X le samedi de 14 h à 17 h : 8 400 habitants gagneraient jusqu’à 3 h par semaine." @param site its name */
export function slotSentence(slot: ProposedSlot, site: string, locale: Locale): string {
	const { added, start, end, people, mostMinutes } = slot;
	const { day, minute } = dayAndMinute(start);
	const to = minute + end - start;
	const params = { site, day: dayText(day, locale), from: clockText(minute, locale), to: clockText(to, locale) };
	const count = Math.round(people);
	if (!added && people === 0) return writeMessage({ code: 'improve_slot_removed_nobody', params }, locale);
	const code = added ? 'improve_slot_added' : 'improve_slot_removed';
	const most = hoursText(mostMinutes / 60, locale);
	return writeMessage({ code, params: { ...params, count, people: peopleText(count, locale), most } }, locale);
}

/** How far a proposal is from the best there can be, in plain words: "À 3 % au plus du meilleur résultat possible." */
export function gapSentence({ gap, isOptimal }: Pick<HoursProposal, 'gap' | 'isOptimal'>, locale: Locale): string {
	if (isOptimal) return writeMessage({ code: 'improve_gap_none', params: {} }, locale);
	if (gap >= 1) return writeMessage({ code: 'improve_gap_unknown', params: {} }, locale);
	// Rounded up: never nearer to the best than is proved.
	const percent = Math.ceil(gap * 1000) / 10;
	return writeMessage({ code: 'improve_gap', params: { percent } }, locale);
}

/** What a proposal gives or takes in all. */
export function totalSentence(
	{ personHoursBefore, personHoursAfter }: Pick<HoursProposal, 'personHoursBefore' | 'personHoursAfter'>,
	locale: Locale
): string {
	const gain = Math.round(personHoursAfter - personHoursBefore);
	const hours = (value: number) => `${peopleText(value, locale)}\u00a0h`;
	const code = gain >= 0 ? 'improve_total_gained' : 'improve_total_lost';
	return writeMessage({ code, params: { gain: hours(Math.abs(gain)), before: hours(personHoursBefore) } }, locale);
}
