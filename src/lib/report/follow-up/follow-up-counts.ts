import { SAME_PLACE_METRES, type FollowedCount, type FollowUpRow } from '#domain/follow-up.ts';
import { lengthText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';

/** Rows of sites of which this is so. Sites that moved or have another name are kept ones. */
export function rowsOf(rows: readonly FollowUpRow[], count: FollowedCount): readonly FollowUpRow[] {
	if (count === 'moved') return rows.filter((row) => row.state === 'kept' && row.moved);
	if (count === 'renamed') return rows.filter((row) => row.state === 'kept' && row.renamed);
	return rows.filter(({ state }) => state === count);
}

/** How many sites this is so of. */
export const countOf = (rows: readonly FollowUpRow[], count: FollowedCount): number => rowsOf(rows, count).length;

const RULES = {
	kept: [m.follow_up_count_kept, m.follow_up_rule_kept],
	opened: [m.follow_up_count_opened, m.follow_up_rule_opened],
	closed: [m.follow_up_count_closed, m.follow_up_rule_closed],
	moved: [m.follow_up_count_moved, m.follow_up_rule_moved],
	renamed: [m.follow_up_count_renamed, m.follow_up_rule_renamed],
	doubtful: [m.follow_up_count_doubtful, m.follow_up_rule_doubtful]
} as const satisfies Record<FollowedCount, unknown>;

/** What is counted, as a noun, and which sites are. */
export function countRule(count: FollowedCount, locale: Locale): { readonly name: string; readonly rule: string } {
	const [name, rule] = RULES[count];
	return { name: name({}, { locale }), rule: rule({ near: lengthText(SAME_PLACE_METRES, locale) }, { locale }) };
}
