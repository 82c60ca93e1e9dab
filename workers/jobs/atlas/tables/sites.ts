import type { Answers } from '#domain/atlas-answers.ts';
import type { AtlasSession } from '../session.ts';
import { pointOf, type Row, type ValuesOf } from './row.ts';

/** Every site, neighbours of the margin included and told. */
export function siteRows({ territory, weeks }: AtlasSession, { sites }: Answers): Row[] {
	return territory.sites.map((site, rank) => {
		const { counted, open, peopleWithin, peopleOnlyHere } = sites[rank];
		const values: ValuesOf<'sites'> = {
			id: site.id,
			name: site.name,
			kind: site.kind,
			'commune-code': site.communeCode,
			commune: site.communeName,
			counted,
			outside: site.margin,
			'hours-term': weeks.term.weeklyHours[rank],
			'hours-small-holidays': weeks['small-holidays'].weeklyHours[rank],
			'hours-summer': weeks.summer.weeklyHours[rank],
			'open-at-moment': open,
			'people-within': peopleWithin,
			'people-only-here': peopleOnlyHere,
			surface: site.figures.surfaceSquareMetres,
			entries: site.figures.entriesPerYear,
			loans: site.figures.loansPerYear,
			borrowers: site.figures.borrowers,
			staff: site.figures.paidStaffFte,
			volunteers: site.figures.volunteers
		};
		return { values, geometry: pointOf(site) };
	});
}
