import type { ByMoment, HoursTable } from '#domain/hours-answers.ts';
import type { AtlasSession } from '../session.ts';
import { pointOf, type Row, type ValuesOf } from './row.ts';

/** The rows of the table of hours, in its order. */
export function hoursRows({ territory }: AtlasSession, { rows, year }: HoursTable): Row[] {
	return rows.map((row) => {
		const site = territory.sites[row.site];
		const values: ValuesOf<'hours'> = {
			id: site.id,
			name: site.name,
			kind: site.kind,
			commune: site.communeName,
			counted: row.counted,
			outside: site.margin,
			'hours-week': row.weeklyHours,
			...momentHours(row.byMoment),
			'hours-lunch': row.lunchMinutes === null ? null : row.lunchMinutes / 60,
			year,
			'year-hours': row.year?.hours ?? null,
			'year-term': row.year?.term ?? null,
			'year-small-holidays': row.year?.smallHolidays ?? null,
			'year-summer': row.year?.summer ?? null,
			'year-known-to': row.year?.knownTo ?? null,
			'year-hours-known': row.year?.hoursKnown ?? null,
			'profile-people-within': row.peopleWithin,
			'profile-hours-only-here': row.onlyHerePersonHours
		};
		return { values, geometry: pointOf(site) };
	});
}

function momentHours(byMoment: ByMoment | null) {
	const hours = (moment: keyof ByMoment) => (byMoment === null ? null : byMoment[moment] / 60);
	return {
		'hours-weekday-daytime': hours('weekday-daytime'),
		'hours-wednesday-afternoon': hours('wednesday-afternoon'),
		'hours-weekday-evening': hours('weekday-evening'),
		'hours-saturday-morning': hours('saturday-morning'),
		'hours-saturday-afternoon': hours('saturday-afternoon'),
		'hours-sunday': hours('sunday')
	};
}
