import type { SiteCard } from '#domain/cards.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import { numberText, peopleText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { siteStatutText } from '#i18n/site-words.ts';

/** What the source says of a site; null where it is blank, which is not zero. */
export function siteFacts(card: SiteCard, site: SiteSummary, locale: Locale) {
	const { surfaceSquareMetres, paidStaffFte, volunteers } = site.figures;
	const decimal = (value: number) => numberText(locale, { maximumFractionDigits: 1 }, value);
	const address = [card.address, site.communeName].filter((part) => part !== null).join(', ');
	return [
		{ term: m.site_address({}, { locale }), value: address === '' ? null : address },
		{ term: m.site_statut({}, { locale }), value: siteStatutText(site.statut, locale) },
		{ term: m.site_class({}, { locale }), value: site.serviceClass },
		{
			term: m.site_surface({}, { locale }),
			value:
				surfaceSquareMetres === null
					? null
					: m.site_surface_value({ figure: peopleText(surfaceSquareMetres, locale) }, { locale })
		},
		{
			term: m.site_staff({}, { locale }),
			value: paidStaffFte === null ? null : m.site_staff_value({ figure: decimal(paidStaffFte) }, { locale })
		},
		{
			term: m.site_volunteers({}, { locale }),
			value: volunteers === null ? null : peopleText(volunteers, locale)
		}
	];
}
