import type { Classes } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import { hoursText, numberText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { cutoffWord, modeWord, momentWord, weekWord } from './sentence-words.ts';
import { supplyAmountText } from './supply-words.ts';

type Bounds = Pick<Classes, 'unit' | 'bounds'>;

const isTime = (unit: Classes['unit']) => unit === 'minutes' || unit === 'minutes-to-nth';

/** A step of a change, without sign: "5 min", "30 min", "1 h 30", "18 h 12". */
function stepText(value: number, unit: Classes['unit'], locale: Locale): string {
	if (isTime(unit)) return cutoffWord(value, locale);
	if (unit === 'hours') return hoursText(value, locale);
	if (unit === 'open' || unit === 'sites' || unit === 'people-per-km2' || unit === 'percent')
		return numberText(locale, { maximumFractionDigits: 2 }, value);
	return supplyAmountText(value, unit, locale);
}

/** A class of a change: "plus de 5 min de moins", "1 h à 3 h de plus", "inchangé". */
export function changeLabel({ unit, bounds }: Bounds, rank: number, locale: Locale): string {
	const options = { locale };
	const middle = (bounds.length - 1) / 2;
	if (rank === middle) return m.legend_change_none({}, options);
	if (unit === 'open') return rank < middle ? m.legend_change_gained({}, options) : m.legend_change_lost({}, options);
	const { from, to } = bounds[rank];
	const [near, far] = [Math.abs(from), Math.abs(to ?? from)].sort((one, other) => one - other);
	const text = (value: number) => stepText(value, unit, locale);
	const amount =
		rank === 0 || rank === bounds.length - 1
			? m.legend_over({ from: text(near) }, options)
			: near === 0
				? m.legend_change_up_to({ to: text(far) }, options)
				: m.legend_between({ from: isTime(unit) ? String(near) : text(near), to: text(far) }, options);
	return from < 0 || (to ?? 0) < 0
		? m.legend_change_less({ amount }, options)
		: m.legend_change_more({ amount }, options);
}

/** Of what a change is told, where it is not told as the value itself; of hours and supply null. */
export function changeConditions({ form, mode, cutoffMinutes, week, minute }: Question, locale: Locale): string | null {
	const options = { locale };
	if (form === 'coverage') return m.legend_change_nearest({ mode: modeWord(mode, locale) }, options);
	if (form !== 'moment') return null;
	const said = {
		mode: modeWord(mode, locale),
		cutoff: cutoffWord(cutoffMinutes, locale),
		week: weekWord(week, locale),
		moment: momentWord(minute, locale)
	};
	return m.legend_change_open(said, options);
}
