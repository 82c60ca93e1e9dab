import type { IsoDate } from '#domain/calendar.ts';
import type { Locale } from '#i18n/locale.ts';
import type { OutputFile } from '../../compute/document-jobs.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';
import { followUpDocument, followUpJson } from '../../report/follow-up/follow-up-document.ts';
import type { Naming } from '../../report/follow-up/follow-up-tables.ts';

export const FOLLOW_UP_OUTPUTS = ['csv', 'xlsx', 'json'] as const;
export type FollowUpOutput = (typeof FOLLOW_UP_OUTPUTS)[number];

interface Worded {
	readonly naming: Naming;
	readonly date: IsoDate;
	readonly locale: Locale;
}

/**
 * A follow-up as a file: its answers, or its tables, which the worker of documents writes.
 * @throws what the worker throws
 */
export async function followUpFile(
	output: FollowUpOutput,
	told: ToldFollowUp,
	{ naming, date, locale }: Worded,
	documents: WorkerClient
): Promise<OutputFile> {
	if (output === 'json') return { bytes: followUpJson(told), extension: 'json', type: 'application/json' };
	return documents.run('tablesFile', { output, report: followUpDocument(told, naming, date, locale) });
}
