import type { FollowUp, FollowUpRow } from '#domain/follow-up.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { listed } from './follow-up-words.ts';

/** Names told in a sentence; the table has them all. */
const NAMES_TOLD = 8;

/** What became of the sites, then what stands in the way of comparing: a sentence each. */
export function followUpSentences(followUp: Pick<FollowUp, 'rows' | 'statements'>, locale: Locale): string[] {
	const options = { locale };
	const of = (state: FollowUpRow['state']) => followUp.rows.filter((row) => row.state === state);
	const [kept, opened, closed, doubtful] = [of('kept'), of('opened'), of('closed'), of('doubtful')];
	const moved = kept.filter((row) => row.state === 'kept' && row.moved);
	const renamed = kept.filter((row) => row.state === 'kept' && row.renamed);
	const told = (
		rows: readonly FollowUpRow[],
		say: (params: { count: number; names: string }, options: { locale: Locale }) => string
	) => (rows.length === 0 ? [] : [say({ count: rows.length, names: namesOf(rows, locale) }, options)]);
	const isStill = [opened, closed, doubtful, moved, renamed].every((rows) => rows.length === 0);
	return [
		m.follow_up_says_kept({ count: kept.length }, options),
		...told(opened, m.follow_up_says_opened),
		...told(closed, m.follow_up_says_closed),
		...told(moved, m.follow_up_says_moved),
		...told(renamed, m.follow_up_says_renamed),
		...(isStill ? [m.follow_up_says_same_sites({}, options)] : []),
		...(doubtful.length === 0 ? [] : [m.follow_up_says_doubtful({ count: doubtful.length }, options)]),
		...followUp.statements.map((statement) => writeMessage(statement, locale))
	];
}

function namesOf(rows: readonly FollowUpRow[], locale: Locale): string {
	const names = rows.map(({ before, after }) => (after ?? before)?.site.name ?? '');
	return listed([...names.slice(0, NAMES_TOLD), ...(names.length > NAMES_TOLD ? ['…'] : [])], locale);
}
