import type { CostSettings, StateShareOfRegion } from '#domain/cost.ts';
import { numberText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { eurosPerHourText, regionText } from './cost-words.ts';

/**
 * What the costs of a scenario rest on, in a line: "2 agents payés en service · 24,50 € l’heure · aide de l’État sur 5 ans (Bretagne, taux à
 * confirmer)". What no cost can do without is named where it is missing.
 * @param regions empty until they are known
 */
export function settingsText(settings: CostSettings, regions: readonly StateShareOfRegion[], locale: Locale): string {
	const options = { locale };
	const { paidOnDuty, volunteersOnDuty, eurosPerPaidHour, preparationShare, funders } = settings;
	const counted = (code: string, count: number) => writeMessage({ code, params: { count } }, locale);
	const parts = [
		paidOnDuty === null ? m.cost_line_no_paid({}, options) : counted('cost_line_paid', paidOnDuty),
		...(volunteersOnDuty === null ? [] : [counted('cost_line_volunteers', volunteersOnDuty)]),
		eurosPerPaidHour === null
			? m.cost_line_no_rate({}, options)
			: m.cost_line_rate({ euros: eurosPerHourText(eurosPerPaidHour, locale) }, options)
	];
	if (preparationShare > 0) {
		const percent = numberText(locale, { maximumFractionDigits: 1 }, preparationShare * 100);
		parts.push(m.cost_line_preparation({ percent }, options));
	}
	parts.push(aidText(settings, regions, locale));
	if (funders.length > 0) parts.push(counted('cost_line_funders', funders.length));
	return parts.join(' · ');
}

function aidText(
	{ aidYears, regionCode, rates }: CostSettings,
	regions: readonly StateShareOfRegion[],
	locale: Locale
) {
	const region = regions.find(({ code }) => code === regionCode);
	const ownRates = Object.keys(rates).length > 0;
	const of = [
		region === undefined ? m.cost_line_no_region({}, { locale }) : regionText(region, locale),
		...(ownRates ? [m.cost_line_own_rates({}, { locale })] : [])
	];
	if (regionCode !== null && region === undefined) of.shift();
	const years = writeMessage({ code: 'cost_line_aid', params: { count: aidYears } }, locale);
	return of.length === 0 ? years : `${years}, ${of.join(', ')}`;
}
