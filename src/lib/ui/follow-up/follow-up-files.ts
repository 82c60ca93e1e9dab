import { zipSync } from 'fflate';
import type { IsoDate } from '#domain/calendar.ts';
import type { Locale } from '#i18n/locale.ts';
import type { ReportFollowUp } from '../../report/follow-up/follow-up-blocks.ts';
import { followUpDocument, followUpJson } from '../../report/follow-up/follow-up-document.ts';
import type { Naming } from '../../report/follow-up/follow-up-tables.ts';

export const FOLLOW_UP_OUTPUTS = ['csv', 'xlsx', 'json'] as const;
export type FollowUpOutput = (typeof FOLLOW_UP_OUTPUTS)[number];

interface FollowUpFile {
	readonly bytes: Uint8Array;
	readonly extension: string;
	readonly type: string;
}

/** A follow-up as a file: its tables, or its answers. What writes tables is fetched when it is wanted. */
export async function followUpFile(
	output: FollowUpOutput,
	told: ReportFollowUp,
	{ naming, date, locale }: { readonly naming: Naming; readonly date: IsoDate; readonly locale: Locale }
): Promise<FollowUpFile> {
	if (output === 'json') return { bytes: followUpJson(told), extension: 'json', type: 'application/json' };
	const document = followUpDocument(told, naming, date, locale);
	if (output === 'xlsx') {
		const { writeXlsx } = await import('../../report/outputs/xlsx.ts');
		const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
		return { bytes: await writeXlsx(document), extension: 'xlsx', type };
	}
	const { writeCsvTables } = await import('../../report/outputs/csv.ts');
	const files = writeCsvTables(document).map(({ name, bytes }) => [name, bytes] as const);
	return { bytes: zipSync(Object.fromEntries(files)), extension: 'csv.zip', type: 'application/zip' };
}
