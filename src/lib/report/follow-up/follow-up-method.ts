import {
	ALIKE_NAMES,
	NEIGHBOUR_METRES,
	RATHER_ALIKE_NAMES,
	SAME_HOURS_MINUTES,
	SAME_NAME_METRES,
	SAME_PLACE_METRES
} from '#domain/follow-up.ts';
import { lengthText, minutesText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';

/** How sites of two times are matched, and an experiment is judged: a sentence or two each, with the very thresholds. */
export function followUpMethod(locale: Locale): string[] {
	const options = { locale };
	const percent = (share: number) => m.sentence_percent({ percent: percentText(share, locale) }, options);
	const near = lengthText(SAME_PLACE_METRES, locale);
	const around = lengthText(NEIGHBOUR_METRES, locale);
	return [
		m.follow_up_how_id({ near, around, rather: percent(RATHER_ALIKE_NAMES) }, options),
		m.follow_up_how_name({ near, same: lengthText(SAME_NAME_METRES, locale), alike: percent(ALIKE_NAMES) }, options),
		m.follow_up_how_doubt({ near, around, alike: percent(ALIKE_NAMES) }, options),
		m.follow_up_how_expected({ gap: minutesText(SAME_HOURS_MINUTES * 60, locale), near }, options)
	];
}
