import type { DiagnosticData, FigureId } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { figureName } from './figure-names.ts';
import { questionWords } from './place-words.ts';

/** From so many figures of a family on, the family is named: a reader skips a list of twenty. */
const NAMED_TOGETHER = 3;

const FAMILIES = [
	[/^population\.ages\./, 'report_names_ages'],
	[/^moment\..*\.sites-open$/, 'report_names_moments_open'],
	[/^moment\..*\.share$/, 'report_names_moments_share'],
	[/^usable\./, 'report_names_usable'],
	[/^hours\.weekly\./, 'report_names_weekly']
] as const;

const familyOf = (id: FigureId) => FAMILIES.find(([ids]) => ids.test(id))?.[1] ?? null;

/** The names of figures, those of a large family said in one, where its first stood. */
export function namesTogether(
	ids: readonly FigureId[],
	data: Pick<DiagnosticData, 'question' | 'momentMinutes' | 'figures'>,
	locale: Locale
): string[] {
	const sizes = new Map<string, number>();
	for (const family of ids.map(familyOf)) if (family !== null) sizes.set(family, (sizes.get(family) ?? 0) + 1);
	const { who } = questionWords(data.question, locale);
	const names = ids.map((id) => {
		const family = familyOf(id);
		return family !== null && (sizes.get(family) ?? 0) >= NAMED_TOGETHER
			? writeMessage({ code: family, params: { who } }, locale)
			: figureName(id, data, locale);
	});
	return [...new Set(names)];
}
