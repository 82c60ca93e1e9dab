import { builtRadius, type Depth } from '../people/built-area.ts';
import { distance, type Point } from '../tools/geometry.ts';
import type { Road } from './network.ts';
import type { Tags } from '../files/osm-entities.ts';
import type { Route } from './routes.ts';
import type { Settlement } from '../people/settlements.ts';

/** Speeds signed outside towns on part of the network, by class; elsewhere the law's 80 km/h is left unsaid. */
const SIGNED: Readonly<Record<string, number>> = { primary: 80, secondary: 80, tertiary: 80 };

/** A settlement and its built area. */
export interface Place {
	readonly settlement: Settlement;
	readonly depth: Depth;
}

/** The settlement whose built area holds a point, or null in the open country. */
export function placeAt(places: readonly Place[], p: Point): Place | null {
	return (
		places.find(({ settlement, depth }) => {
			return distance(p, settlement.at) < builtRadius(settlement) * 1.7 && depth(p) > 0.05;
		}) ?? null
	);
}

/** Tags of a piece of road, as a mapper of OpenStreetMap would set them. */
export function roadTags(
	road: Road,
	routes: readonly Route[],
	settlements: readonly Settlement[],
	inTown: Place | null,
	steep: boolean
): Tags {
	const tags: [string, string][] = [['highway', road.road]];
	const numbered = road.road === 'primary' || road.road === 'secondary' || road.road === 'tertiary';
	const name =
		road.name ?? (inTown && numbered ? throughName(road, routes, settlements, inTown.settlement) : undefined);
	if (name !== undefined) tags.push(['name', name]);
	if (road.road === 'motorway') tags.push(['ref', 'A 960'], ['toll', 'yes']);
	else if (numbered && (road.route >= 0 || road.bare)) tags.push(['ref', reference(road)]);
	if (road.roundabout) tags.push(['junction', 'roundabout']);
	else if (road.oneway) tags.push(['oneway', 'yes']);
	const speed = road.maxspeed ?? signedSpeed(road, inTown !== null, steep);
	if (speed !== undefined) tags.push(['maxspeed', String(speed)]);
	if (road.road === 'track') tags.push(['surface', road.route % 2 === 0 ? 'gravel' : 'ground']);
	if (road.road === 'service') tags.push(['service', 'driveway']);
	return tags;
}

function signedSpeed(road: Road, inTown: boolean, steep: boolean): number | undefined {
	if (road.roundabout || SIGNED[road.road] === undefined) return undefined;
	if (inTown) return road.route % 5 === 3 ? 30 : 50;
	if (steep) return road.road === 'tertiary' ? undefined : 50;
	return road.route % 3 === 0 ? SIGNED[road.road] : undefined;
}

function reference({ road, route, bare }: Road): string {
	if (bare) return 'D 960R';
	if (route >= 900) return `D ${route}`;
	return `D ${road === 'primary' ? 900 + (route % 60) : road === 'secondary' ? 10 + (route % 85) : 100 + route}`;
}

/** A main road's name inside a settlement: after the place it leads to. */
function throughName(
	road: Road,
	routes: readonly Route[],
	settlements: readonly Settlement[],
	here: Settlement
): string {
	const route = routes[road.route];
	const ends = route ? [route.from, route.to].flatMap((p) => settlements.filter((s) => distance(s.at, p) < 600)) : [];
	const towards = ends.find((s) => s !== here);
	if (!towards) return 'Grande Rue';
	const kind = here.rank === 'village' ? 'Rue' : road.road === 'primary' ? 'Avenue' : 'Route';
	return `${kind} ${of(towards.name)}`;
}

/** A place's name after "de", as French contracts it. */
export function of(name: string): string {
	if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
	if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
	if (/^[AEÉÈIOUYHÎ]/.test(name) && !/^(Haute|Houd|Yv)/.test(name)) return `d’${name}`;
	return `de ${name}`;
}
