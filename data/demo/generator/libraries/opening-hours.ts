/** Openings of a day, minutes after midnight. */
export type Spans = readonly (readonly [start: number, end: number])[];

/** 0 Monday … 6 Sunday. */
export type Week = ReadonlyMap<number, Spans>;

/** What a library opens, before it is written. */
export interface Hours {
	readonly week: Week;
	/** Openings every other week (odd or even ISO weeks) or on one such day of the month. */
	readonly some: readonly {
		readonly day: number;
		readonly spans: Spans;
		readonly when: 'odd' | 'even' | 'first' | 'third';
	}[];
	/** Rules written after, in OSM syntax: school holidays, summer. */
	readonly exceptions: readonly string[];
	readonly closedOnPublicHolidays: boolean;
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The week as the syntax of OpenStreetMap's `opening_hours` writes it. */
export function osmHours({ week, some, exceptions, closedOnPublicHolidays }: Hours): string {
	const byTimes = new Map<string, number[]>();
	for (const day of [...week.keys()].sort((a, b) => a - b)) {
		const times = spansText(week.get(day) ?? []);
		byTimes.set(times, [...(byTimes.get(times) ?? []), day]);
	}
	const regular = [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`);
	const occasional = some.map(({ day, spans, when }) => {
		if (when === 'first' || when === 'third') return `${DAYS[day]}[${when === 'first' ? 1 : 3}] ${spansText(spans)}`;
		return `week ${when === 'odd' ? '1-53/2' : '2-52/2'} ${DAYS[day]} ${spansText(spans)}`;
	});
	return [...regular, ...occasional, ...exceptions, ...(closedOnPublicHolidays ? ['PH off'] : [])].join('; ');
}

/** Hours of a school week, what is open every other week counted for half and once a month for 12/52. */
export function weeklyHours({ week, some }: Hours): number {
	const regular = [...week.values()].reduce((sum, spans) => sum + minutes(spans), 0);
	const occasional = some.reduce((sum, { spans, when }) => {
		return sum + minutes(spans) * (when === 'first' || when === 'third' ? 12 / 52 : 0.5);
	}, 0);
	return (regular + occasional) / 60;
}

function minutes(spans: Spans): number {
	return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function daysText(days: readonly number[]): string {
	const runs: number[][] = [];
	for (const day of days) {
		const run = runs[runs.length - 1];
		if (run && run[run.length - 1] === day - 1) run.push(day);
		else runs.push([day]);
	}
	return runs
		.map((run) =>
			run.length > 2 ? `${DAYS[run[0]]}-${DAYS[run[run.length - 1]]}` : run.map((day) => DAYS[day]).join(',')
		)
		.join(',');
}

function spansText(spans: Spans): string {
	return spans.map(([start, end]) => `${clock(start)}-${clock(end)}`).join(',');
}

function clock(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
