import { isOfElsewhere, type FollowedCount, type FollowUp, type FollowUpRow } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Words } from '../document.ts';
import { plainWords, wordsText, writeWords } from '../words.ts';
import { rowsOf } from './follow-up-counts.ts';
import { listed } from './follow-up-words.ts';

/** Names told in a sentence; the table has them all. */
const NAMES_TOLD = 8;

const SAYS = {
	kept: 'follow_up_says_kept',
	opened: 'follow_up_says_opened',
	closed: 'follow_up_says_closed',
	moved: 'follow_up_says_moved',
	renamed: 'follow_up_says_renamed',
	doubtful: 'follow_up_says_doubtful'
} as const satisfies Record<FollowedCount, string>;
const CHANGES = ['opened', 'closed', 'moved', 'renamed'] as const;

type Told = Pick<FollowUp, 'rows' | 'statements'>;

/** What became of the sites, then what stands in the way of comparing: a sentence each, its counts leading to where they come from. */
export function followUpWords({ rows, statements }: Told, locale: Locale): Words[] {
	if (isOfElsewhere({ statements })) return [plainWords(m.follow_up_says_elsewhere({}, { locale }))];
	const said = (count: FollowedCount): Words[] => {
		const counted = rowsOf(rows, count);
		if (counted.length === 0 && count !== 'kept') return [];
		const figure = { id: `follow-up.count.${count}`, unit: 'sites', value: counted.length } as const;
		return [writeWords(SAYS[count], { count: figure, names: namesOf(counted, locale) }, locale)];
	};
	const isStill = [...CHANGES, 'doubtful' as const].every((count) => rowsOf(rows, count).length === 0);
	return [
		...said('kept'),
		...CHANGES.flatMap(said),
		...(isStill ? [writeWords('follow_up_says_same_sites', {}, locale)] : []),
		...said('doubtful'),
		...statements.map((statement) => plainWords(writeMessage(statement, locale)))
	];
}

/** The same as plain sentences. */
export const followUpSentences = (told: Told, locale: Locale): string[] => followUpWords(told, locale).map(wordsText);

function namesOf(rows: readonly FollowUpRow[], locale: Locale): string {
	const sites = rows.flatMap(({ before, after }) => (after ?? before)?.site ?? []);
	const told = sites.length > NAMES_TOLD ? sites.slice(0, NAMES_TOLD - 1) : sites;
	const isAlone = (name: string) => sites.filter((site) => site.name === name).length === 1;
	// Many a library has no other name than "Bibliothèque": its commune tells it.
	const names = told.map(({ name, communeName }) =>
		communeName === null || (isAlone(name) && name.includes(' '))
			? name
			: m.follow_up_site_of({ name, commune: communeName }, { locale })
	);
	const others = sites.length - told.length;
	const said = listed(names, locale);
	return others === 0 ? said : m.follow_up_and_others({ names: said, count: others }, { locale });
}
