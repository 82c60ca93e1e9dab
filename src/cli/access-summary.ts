import type { Message } from '#domain/notes.ts';
import { numberText, peopleText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { giniIndex } from '#core/equity/gini.ts';
import { palmaRatio } from '#core/equity/palma.ts';

/**
 * What a result says between people: Gini, Palma, people without access. Figures that are not defined are said so, never as 0.
 * @param access one value per demand point
 * @param isSupply true where 0 is no access; false where the value is a cost and Infinity no access (no Palma ratio of costs is given)
 */
export function accessSummary(
	access: Float64Array,
	people: Float64Array,
	isSupply: boolean,
	locale: Locale
): Message[] {
	const figure = (value: number) => numberText(locale, { maximumFractionDigits: 3 }, value);
	const said = (value: number | null, code: string, undefinedCode: string): Message =>
		value === null ? { code: undefinedCode, params: {} } : { code, params: { value: figure(value) } };
	const gini = giniIndex(access, people);
	return [
		...(isSupply
			? [
					said(gini, 'access_gini', 'access_gini_undefined'),
					said(palmaRatio(access, people), 'access_palma', 'access_palma_undefined')
				]
			: [said(gini, 'access_gini_of_costs', 'access_gini_of_costs_undefined')]),
		without(access, people, isSupply ? 0 : Infinity, locale)
	];
}

function without(access: Float64Array, people: Float64Array, none: number, locale: Locale): Message {
	let all = 0;
	let left = 0;
	for (let point = 0; point < access.length; point++) {
		all += people[point];
		if (access[point] === none) left += people[point];
	}
	if (all === 0) return { code: 'access_nobody', params: {} };
	const params = {
		percent: percentText(left / all, locale),
		people: peopleText(left, locale),
		all: peopleText(all, locale)
	};
	return { code: 'access_without', params };
}
