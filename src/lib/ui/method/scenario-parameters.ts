import { SLOT_KINDS, type CostSettings } from '#domain/cost.ts';
import { numberText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { eurosText, slotText } from '../cost/cost-words.ts';
import type { Maker } from './parameter.ts';
import { STATE_RATES } from './stated.ts';

/** The scenario that is looked at. */
export const scenario: Maker = ({ scenario: current, locale }) => {
	const count = current?.modifications.filter(({ on }) => on).length ?? 0;
	const value =
		current === null
			? m.method_no_scenario({}, { locale })
			: m.method_scenario({ name: current.name, count }, { locale });
	return [{ name: m.method_parameter_scenario({}, { locale }), value }];
};

/** What the costs of the scenario rest on. */
export const costs: Maker = ({ scenario: current, locale }) => {
	if (current === null) return [];
	const settings = current.costs;
	const unsaid = m.method_not_said({}, { locale });
	const number = (value: number | null) => (value === null ? unsaid : numberText(locale, {}, value));
	const funders = settings.funders.reduce((sum, { eurosPerYear }) => sum + eurosPerYear, 0);
	return [
		{ name: m.cost_paid_on_duty({}, { locale }), value: number(settings.paidOnDuty) },
		{ name: m.cost_volunteers_on_duty({}, { locale }), value: number(settings.volunteersOnDuty) },
		{ name: m.cost_euros_per_hour({}, { locale }), value: number(settings.eurosPerPaidHour) },
		{ name: m.cost_preparation({}, { locale }), value: percentText(settings.preparationShare, locale) },
		{ name: m.cost_rates({}, { locale }), value: ratesText(settings, locale) },
		{ name: m.cost_aid_years({}, { locale }), value: number(settings.aidYears) },
		{ name: m.method_parameter_funders({}, { locale }), value: eurosText(funders, locale) }
	];
};

/** Those confirmed, else those published for the region. */
function ratesText({ rates, regionCode }: CostSettings, locale: Locale): string {
	const published: CostSettings['rates'] = regionCode === STATE_RATES.code ? STATE_RATES.rates : {};
	const lines = SLOT_KINDS.map((kind) => {
		const rate = rates[kind] ?? published[kind];
		const text = rate === undefined ? m.cost_rate_to_confirm({}, { locale }) : `${percentText(rate, locale)}\u00a0%`;
		return m.method_rate({ slot: slotText(kind, locale), rate: text }, { locale });
	});
	return lines.join(locale === 'fr' ? '\u202f; ' : '; ');
}
