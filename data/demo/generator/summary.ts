import { weeklyHours } from './libraries/opening-hours.ts';
import { networkKilometres } from './files/osm-data.ts';
import { isOpenPlace } from './libraries/site-plan.ts';
import type { Demo } from './territory.ts';

/** What was made, in figures, one line each. */
export function summary({ communes, cells, sites, works, osm, files }: Demo): string {
	const members = communes.filter((commune) => !commune.settlement.margin);
	const inside = cells.filter((cell) => !communes[cell.communes[0]].settlement.margin);
	const people = (list: typeof cells) => Math.round(list.reduce((sum, cell) => sum + cell.people, 0));
	const places = sites.filter(({ plan }) => isOpenPlace(plan));
	const own = places.filter(({ commune, plan }) => !commune.settlement.margin && plan.statut !== 'Universitaire');
	const known = own.flatMap(({ hours }) => (hours === null ? [] : [weeklyHours(hours)])).sort((a, b) => a - b);
	const highways = osm.ways.filter(({ tags }) => tags.some(([key]) => key === 'highway'));
	const roadNodes = new Set(highways.flatMap(({ refs }) => refs)).size;
	return [
		`communes: ${members.length} and ${communes.length - members.length} of the margin`,
		`population municipale: ${members.reduce((sum, commune) => sum + commune.population, 0)}`,
		`cells: ${inside.length} with ${people(inside)} people; with the margin ${cells.length}, ${people(cells)}`,
		`public places: ${own.length}, over the border ${places.length - own.length - 1}; rows ${sites.length}`,
		`weekly hours: ${known.map((hours) => Math.round(hours * 4) / 4).join(' ')}`,
		`roads: ${roadNodes} nodes, ${highways.length} ways, ${Math.round(networkKilometres(works.net))} km, ${osm.relations.length} turn rules`,
		...[...files].map(([name, bytes]) => `${name}: ${bytes.length} bytes`),
		''
	].join('\n');
}
