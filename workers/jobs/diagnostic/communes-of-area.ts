import type { DiagnosticCommune } from '#domain/diagnostic.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import { figuresByGroup, viewNow } from '../atlas/figures.ts';
import { freeTimeAsked } from '../atlas/hours/free-time.ts';
import { freePeople, usableFiguresByGroup } from '../atlas/hours/usable-figures.ts';
import type { Area } from './area.ts';

/** The communes of the area, alphabetical; of a drawn sector the part of each that is inside, and the sites of the whole commune. */
export function communesOfArea({ session, view, communes }: Area): DiagnosticCommune[] {
	const { territory } = session;
	const { question, access } = view;
	const rankOf = new Map<string, number>(communes.map(({ code }, rank) => [code, rank]));
	const group = Int32Array.from(territory.population.communeCodes, (code, point) =>
		view.inScope[point] === 1 && code !== null ? (rankOf.get(code) ?? -1) : -1
	);
	const figures = figuresByGroup(viewNow(view), group, communes.length);
	const profile = profileInForce(question.profile, question.editedProfiles);
	const free = freePeople(territory.population, profile, freeTimeAsked(session, question));
	const groups = { group, count: communes.length };
	const usable = usableFiguresByGroup(access, free, question.sectors.minimumUsableMinutes, groups);
	const { kind, communeCodes } = territory.population;
	const told = new Set(communeCodes);
	const people = new Float64Array(communes.length);
	group.forEach((rank, point) => {
		if (rank >= 0) people[rank] += territory.population.people[point];
	});
	const sites = communes.map(
		({ code }) => territory.sites.filter((site, rank) => view.counted[rank] === 1 && site.communeCode === code).length
	);
	const { compare } = new Intl.Collator('fr', { numeric: true });
	return communes
		.map(({ code, name, municipalPopulation }, rank) => ({
			code,
			name,
			municipalPopulation,
			people: kind === 'commune' && !told.has(code) ? null : people[rank],
			countedSites: sites[rank],
			shareCovered: figures[rank].coverage.share,
			medianWeeklyHours: figures[rank].medianWeeklyHours,
			medianUsableHours: usable[rank].medianHours,
			shareWithoutUsable: usable[rank].none.share
		}))
		.sort((one, other) => compare(one.name, other.name));
}
