import { MaillageError } from '#domain/notes.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import type { Change, NewSite, Rounds } from '#domain/scenario.ts';
import { parseInseeCode } from '#domain/units.ts';
import { parseOsmHours, writeOsmHours } from '../hours/hours-osm.ts';
import { WEEKDAY_NAMES, type WrittenChange } from './scenario-schema.ts';

type Written<Kind extends WrittenChange['kind']> = Extract<WrittenChange, { kind: Kind }>;
export type WrittenHours = Pick<Written<'hours'>, 'opening_hours' | 'hours_source_text' | 'hours_syntax'>;
type WrittenPlace = Written<'bookmobile-stop'>['site'];

/** Where a change stands in its file, for what is said of it. */
export interface WrittenAt {
	readonly file: string;
	/** "scenario.modifications[3].change". */
	readonly entry: string;
}

const two = (value: number) => String(value).padStart(2, '0');
const clockText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A change as a scenario file has it: hours in the OpenStreetMap syntax. */
export function writtenChange(change: Change): WrittenChange {
	switch (change.kind) {
		case 'hours':
			return { kind: change.kind, site_id: change.siteId, ...writtenHours(change.schedule) };
		case 'add': {
			const { schedule } = change.site;
			const hours = schedule === null ? { opening_hours: null } : writtenHours(schedule);
			return { kind: change.kind, site: { ...writtenPlace(change.site), ...hours } };
		}
		case 'close':
			return { kind: change.kind, site_id: change.siteId };
		case 'move':
			return { kind: change.kind, site_id: change.siteId, lon: change.position[0], lat: change.position[1] };
		case 'merge':
			return {
				kind: change.kind,
				site_ids: [...change.siteIds],
				into: change.into,
				surface_square_metres: change.surfaceSquareMetres
			};
		case 'bookmobile-stop':
			return { kind: change.kind, site: writtenPlace(change.site), rounds: writtenRounds(change.rounds) };
		case 'surface':
			return { kind: change.kind, site_id: change.siteId, surface_square_metres: change.surfaceSquareMetres };
	}
}

/** @throws MaillageError `error_scenario_hours` where hours cannot be read */
export function readChange(written: WrittenChange, at: WrittenAt): Change {
	switch (written.kind) {
		case 'hours':
			return { kind: written.kind, siteId: written.site_id, schedule: readHours(written, at) };
		case 'add': {
			const { opening_hours } = written.site;
			const inSite = { ...at, entry: `${at.entry}.site` };
			const schedule = opening_hours === null ? null : readHours({ ...written.site, opening_hours }, inSite);
			return { kind: written.kind, site: { ...placeOf(written.site), schedule } };
		}
		case 'close':
			return { kind: written.kind, siteId: written.site_id };
		case 'move':
			return { kind: written.kind, siteId: written.site_id, position: [written.lon, written.lat] };
		case 'merge': {
			const { site_ids: siteIds, into, surface_square_metres: surfaceSquareMetres } = written;
			return { kind: written.kind, siteIds, into, surfaceSquareMetres };
		}
		case 'bookmobile-stop':
			return { kind: written.kind, site: placeOf(written.site), rounds: roundsOf(written.rounds) };
		case 'surface':
			return { kind: written.kind, siteId: written.site_id, surfaceSquareMetres: written.surface_square_metres };
	}
}

/** Hours in the OpenStreetMap syntax, with the text that they were read from. */
export function writtenHours(schedule: OpeningSchedule): WrittenHours & { opening_hours: string } {
	const text = writeOsmHours(schedule);
	return {
		opening_hours: text,
		...(schedule.sourceText === text ? {} : { hours_source_text: schedule.sourceText }),
		...(schedule.syntax === 'osm' ? {} : { hours_syntax: schedule.syntax })
	};
}

/** @throws MaillageError `error_scenario_hours` */
export function readHours(written: WrittenHours, { file, entry }: WrittenAt): OpeningSchedule {
	const { opening_hours: text, hours_source_text: sourceText = text, hours_syntax: syntax = 'osm' } = written;
	if (text === '') return { rules: [], sourceText, syntax };
	const parsed = parseOsmHours(text);
	if (parsed.ok) return { rules: parsed.schedule.rules, sourceText, syntax };
	const { position, read } = parsed.error;
	const params = { entry: `${entry}.opening_hours`, position: String(position + 1), read };
	throw new MaillageError('error_scenario_hours', params, file);
}

function writtenPlace({ id, name, kind, position, ...site }: Omit<NewSite, 'schedule'>): WrittenPlace {
	return {
		id,
		name,
		kind,
		lon: position[0],
		lat: position[1],
		commune_code: site.communeCode,
		commune_name: site.communeName,
		surface_square_metres: site.surfaceSquareMetres
	};
}

function placeOf(written: WrittenPlace): Omit<NewSite, 'schedule'> {
	return {
		id: written.id,
		name: written.name,
		kind: written.kind,
		position: [written.lon, written.lat],
		communeCode: written.commune_code === null ? null : parseInseeCode(written.commune_code),
		communeName: written.commune_name,
		surfaceSquareMetres: written.surface_square_metres
	};
}

function writtenRounds(rounds: Rounds): Written<'bookmobile-stop'>['rounds'] {
	return {
		weekday: WEEKDAY_NAMES[rounds.weekday],
		start: clockText(rounds.start),
		end: clockText(rounds.end),
		weeks: rounds.weeks,
		in_school_holidays: rounds.inSchoolHolidays
	};
}

function roundsOf(written: Written<'bookmobile-stop'>['rounds']): Rounds {
	return {
		// One of the seven names: the schema holds no other.
		weekday: WEEKDAY_NAMES.indexOf(written.weekday) as Weekday,
		start: minutesOf(written.start),
		end: minutesOf(written.end),
		weeks: written.weeks,
		inSchoolHolidays: written.in_school_holidays
	};
}
