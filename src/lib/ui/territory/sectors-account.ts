import { SECTOR_CAUSES } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { causeText, sectorPeopleText } from '../sectors/sector-words.ts';

/** People below the threshold by cause, of those that somebody has; null where nobody is below. */
export function causesText({ people }: SectorsAnswer, locale: Locale): string | null {
	const causes = SECTOR_CAUSES.filter((cause) => people.belowByCause[cause] > 0).map((cause) =>
		m.territory_page_sectors_cause(
			{ cause: causeText(cause, locale), people: sectorPeopleText(people.belowByCause[cause], locale) },
			{ locale }
		)
	);
	return causes.length === 0 ? null : m.territory_page_sectors_causes({ list: causes.join(', ') }, { locale });
}

/** How the people below the threshold come to be in a sector or in none: below + taken in − left out = in sectors + not told apart. */
export function accountText({ people }: SectorsAnswer, locale: Locale): string {
	const options = { locale };
	const text = (count: number) => sectorPeopleText(count, locale);
	const parts = [m.territory_page_sectors_below({ people: text(people.below) }, options)];
	if (people.takenIn > 0) parts.push(m.territory_page_sectors_taken_in({ people: text(people.takenIn) }, options));
	if (people.leftOut > 0) parts.push(m.territory_page_sectors_left_out({ people: text(people.leftOut) }, options));
	return m.territory_page_sectors_account(
		{ parts: parts.join(', '), inSectors: text(people.inSectors), rest: text(people.notIndividualised) },
		options
	);
}
