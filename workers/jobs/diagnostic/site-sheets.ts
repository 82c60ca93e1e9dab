import type { Answers } from '#domain/atlas-answers.ts';
import type { DiagnosticSite } from '#domain/diagnostic.ts';
import type { Area } from './area.ts';
import { yearOfSite } from './hours-figures.ts';

/** A sheet for each public site of the area: those that count first, then by name and commune. @param answers of everybody in the area */
export function siteSheets(area: Area, { sites: answers }: Answers): DiagnosticSite[] {
	const { compare } = new Intl.Collator('fr', { numeric: true });
	const { weeks } = area.view;
	return area.sites
		.map((rank): DiagnosticSite => {
			const { counted, weeklyHours, peopleWithin, peopleOnlyHere } = answers[rank];
			return {
				site: area.session.summary.sites[rank],
				counted,
				weeklyHours,
				yearHours: yearOfSite(area, rank),
				openings: weeks.known[rank] === 1 ? Array.from(weeks.intervals[rank]) : null,
				peopleWithin,
				peopleOnlyHere: counted ? peopleOnlyHere : null
			};
		})
		.sort(
			(one, other) =>
				Number(other.counted) - Number(one.counted) ||
				compare(one.site.name, other.site.name) ||
				compare(one.site.communeName ?? '', other.site.communeName ?? '')
		);
}
