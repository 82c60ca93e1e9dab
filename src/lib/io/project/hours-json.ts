import * as v from 'valibot';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { MaillageError } from '#domain/notes.ts';
import { plainWords } from '#domain/plain-words.ts';
import { readHours, writtenHours } from '../scenario/scenario-changes.ts';

const FORMAT = { format: 'maillage-hours', schema_version: 1 } as const;
const MOST_CHARACTERS = 20_000;

/** Hours of one site in the place of those of the territory; null: stated to be unknown. */
export interface SiteHours {
	readonly siteId: string;
	readonly schedule: OpeningSchedule | null;
}

const text = v.pipe(v.string(), v.maxLength(MOST_CHARACTERS));
const rowSchema = v.object({
	site_id: v.pipe(text, v.minLength(1)),
	opening_hours: v.nullable(text),
	hours_source_text: v.optional(v.pipe(text, v.transform(plainWords))),
	hours_syntax: v.optional(v.picklist(['osm', 'rows', 'french', 'grid']))
});
const fileSchema = v.object({
	format: v.literal(FORMAT.format),
	schema_version: v.literal(FORMAT.schema_version),
	hours: v.array(v.unknown())
});

export interface SiteHoursRead {
	readonly hours: readonly SiteHours[];
	/** Rows that this version cannot read, as they are. */
	readonly unread: readonly unknown[];
}

/** Corrected hours as a readable text, in the OpenStreetMap syntax. @param unread rows to be written as they are */
export function writeSiteHours(hours: readonly SiteHours[], unread: readonly unknown[] = []): string {
	const rows = hours.map(({ siteId, schedule }) => ({
		site_id: siteId,
		...(schedule === null ? { opening_hours: null } : writtenHours(schedule))
	}));
	return `${JSON.stringify({ ...FORMAT, hours: [...rows, ...unread] }, null, '\t')}\n`;
}

/** What `writeSiteHours` wrote; null where it is none that this version reads. The last of two rows of a site holds. */
export function readSiteHours(written: string): SiteHoursRead | null {
	const file = v.safeParse(fileSchema, parsed(written));
	if (!file.success) return null;
	const hours = new Map<string, SiteHours>();
	const unread: unknown[] = [];
	for (const row of file.output.hours) {
		const read = rowRead(row);
		if (read === null) unread.push(row);
		else hours.set(read.siteId, read);
	}
	return { hours: [...hours.values()], unread };
}

function rowRead(row: unknown): SiteHours | null {
	const result = v.safeParse(rowSchema, row);
	if (!result.success) return null;
	const { site_id: siteId, opening_hours, ...others } = result.output;
	if (opening_hours === null) return { siteId, schedule: null };
	try {
		return { siteId, schedule: readHours({ ...others, opening_hours }, { file: '', entry: siteId }) };
	} catch (error) {
		if (error instanceof MaillageError) return null;
		throw error;
	}
}

function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}
