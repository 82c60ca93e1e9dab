import type { Sector } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import { sectorGeometry } from '../../diagnose/sectors.ts';
import type { AtlasSession } from '../session.ts';
import type { Row, ValuesOf } from './row.ts';

/** The under-served sectors, alphabetical by name, each with its ground. */
export function sectorRows({ territory }: AtlasSession, { sectors, threshold }: SectorsAnswer): Row[] {
	const names = new Map(territory.communes.map(({ code, name }) => [code, name]));
	// Without hours, that nobody lacks them could not be computed.
	const hoursKnown = threshold.minimumUsableMinutes !== null;
	return sectors.map((sector) => {
		const { peopleByCause, nearest } = sector;
		const values: ValuesOf<'sectors'> = {
			name: sector.name,
			communes: sector.communeCodes.map((code) => names.get(code) ?? code).join(', '),
			people: sector.people,
			'people-distance': peopleByCause.distance,
			'people-hours': hoursKnown ? peopleByCause.hours : null,
			'people-capacity': hoursKnown ? peopleByCause.capacity : null,
			'people-taken-in': sector.peopleTakenIn,
			'main-cause': sector.mainCause,
			...nearestOf(territory.sites, nearest),
			deficit: sector.deficit,
			rank: sector.rankAgents
		};
		return { values, geometry: sectorGeometry(sector.shape) };
	});
}

function nearestOf(sites: AtlasSession['territory']['sites'], nearest: Sector['nearest']) {
	return {
		'nearest-site': nearest === null ? null : sites[nearest.site].name,
		'nearest-minutes': nearest === null || nearest.seconds === null ? null : nearest.seconds / 60,
		'nearest-weekly-hours': nearest === null ? null : nearest.weeklyHours
	};
}
