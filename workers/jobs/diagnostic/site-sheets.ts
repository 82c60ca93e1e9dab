import type { Answers } from '#domain/atlas-answers.ts';
import type { DiagnosticSite } from '#domain/diagnostic.ts';
import { communeOfSite } from '#domain/site-commune.ts';
import type { Area } from './area.ts';
import { yearOfSite } from './hours-figures.ts';

/** A sheet for each public site of the area: those that count first, then by name and commune. @param answers of everybody in the area */
export function siteSheets(area: Area, { sites: answers }: Answers): DiagnosticSite[] {
	const { compare } = new Intl.Collator('fr', { numeric: true });
	const { weeks } = area.view;
	const { sites } = area.session.summary;
	const { communes } = area.session.territory;
	const communeName = sites.map((site) => communeOfSite(site, communes) ?? '');
	return [...area.sites]
		.sort(
			(one, other) =>
				Number(answers[other].counted) - Number(answers[one].counted) ||
				compare(sites[one].name, sites[other].name) ||
				compare(communeName[one], communeName[other])
		)
		.map((rank): DiagnosticSite => {
			const { counted, weeklyHours, peopleWithin, peopleOnlyHere } = answers[rank];
			return {
				site: sites[rank],
				counted,
				weeklyHours,
				yearHours: yearOfSite(area, rank),
				openings: weeks.known[rank] === 1 ? Array.from(weeks.intervals[rank]) : null,
				peopleWithin,
				peopleOnlyHere: counted ? peopleOnlyHere : null
			};
		});
}
