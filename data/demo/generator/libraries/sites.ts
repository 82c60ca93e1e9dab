import type { DemoCommune } from '../people/communes.ts';
import { distance, direction, leftOf, moved, between, type Point } from '../tools/geometry.ts';
import type { Network } from '../roads/network.ts';
import { hoursDealer } from './hours-drawing.ts';
import { weeklyHours, type Hours } from './opening-hours.ts';
import { createRandom, type Random } from '../tools/random.ts';
import { of } from '../roads/road-tags.ts';
import * as plan from './site-plan.ts';
import type { PlannedSite, SiteSize } from './site-plan.ts';
import { siteFigures, type SiteFigures } from './site-figures.ts';

export interface DemoSite {
	readonly code: string;
	readonly name: string;
	readonly plan: PlannedSite;
	readonly commune: DemoCommune;
	readonly at: Point;
	readonly street: string;
	/** What the hours file says; null where nobody knows. */
	readonly hours: Hours | null;
	readonly figures: SiteFigures;
}

/** Numbers of village libraries (in the order they are dealt) whose hours nobody knows. */
const UNKNOWN_HOURS = [5, 13, 17];
/** South of this line, west of that one, villages open on weekday afternoons only: the hours do not fit those who work. */
const EARLY = { south: 18_000, west: 31_000 };

/** Every row of the survey: members' places, then those that are not an offer to all, then the margin's. */
export function placeSites(communes: readonly DemoCommune[], net: Network): DemoSite[] {
	const random = createRandom('sites');
	const named = new Map(communes.map((commune) => [commune.settlement.name, commune]));
	const planned = [
		...plan.TOWN_SITES,
		...villageSites(
			communes.filter((c) => !c.settlement.margin),
			plan.VILLAGE_LIBRARIES,
			plan.BOOK_POINTS,
			plan.BOOKMOBILE_STOPS
		),
		...plan.OTHER_ROWS,
		...plan.MARGIN_SITES,
		...villageSites(
			communes.filter((c) => c.settlement.margin),
			plan.MARGIN_LIBRARIES,
			plan.MARGIN_BOOK_POINTS,
			0
		)
	];
	const deal = hoursDealer(createRandom('hours'));
	const lending = createRandom('lending');
	let villages = 0;
	return planned.map((entry, i): DemoSite => {
		const commune = named.get(entry.commune);
		if (!commune) throw new Error(`The plan of sites names ${entry.commune}, which is no commune of the territory`);
		const { at, street } = nearStreet(net, commune.settlement.at, entry, random);
		const early =
			!commune.settlement.margin && commune.settlement.at[1] < EARLY.south && commune.settlement.at[0] < EARLY.west;
		const unknown = entry.size === 'village' && UNKNOWN_HOURS.includes(villages++);
		const hours = plan.isOpenPlace(entry) ? deal(entry.size, early) : null;
		return {
			code: `LI${96_001 + 7 * i}`,
			name: entry.name,
			plan: entry,
			commune,
			at,
			street,
			hours: unknown ? null : hours,
			figures: siteFigures(entry, commune.population, hours === null ? null : weeklyHours(hours), random, lending)
		};
	});
}

function isForgotten(p: Point): boolean {
	return distance(p, plan.FORGOTTEN.at) < plan.FORGOTTEN.metres;
}

/** Which villages have a library, a book point or a stop: the peopled ones of the plain first. */
function villageSites(
	communes: readonly DemoCommune[],
	libraries: number,
	points: number,
	stops: number
): PlannedSite[] {
	const random = createRandom(`villages with a library, ${communes.length}`);
	const ranked = communes
		.filter(({ settlement }) => settlement.rank === 'village' && !isForgotten(settlement.at))
		.map((commune) => {
			const { people, hilly } = commune.settlement;
			return { commune, score: people * (1 - 0.7 * hilly) * random.between(0.75, 1.25) };
		})
		.sort((a, b) => b.score - a.score)
		.map(({ commune }) => commune.settlement.name);
	const row = (commune: string, name: string, size: SiteSize, address = 'Bâtiment ouvert'): PlannedSite => {
		const statut = name.includes('associative') ? 'Associative' : 'Territoriale';
		return {
			commune,
			name: name.replace('{place}', commune).replace('{of place}', of(commune)),
			size,
			statut,
			address
		};
	};
	return ranked.slice(0, libraries + points + stops).map((commune, i) => {
		if (i < libraries) return row(commune, plan.VILLAGE_NAMES[i % plan.VILLAGE_NAMES.length], 'village');
		if (i < libraries + points)
			return row(commune, `Point d’accès au livre ${of(commune)}`, 'book-point', plan.BOOK_POINT);
		return row(commune, `Bibliobus Le Colporteur – arrêt ${of(commune)}`, 'stop', plan.STOP);
	});
}

/** A place beside a street near the seat (or the offset of the plan), with its address. */
function nearStreet(net: Network, seat: Point, entry: PlannedSite, random: Random): { at: Point; street: string } {
	const aim: Point = entry.offset
		? [seat[0] + entry.offset[0], seat[1] + entry.offset[1]]
		: [seat[0] + random.between(-130, 130), seat[1] + random.between(-130, 130)];
	const streets = net
		.nodesWithin(aim, 400)
		.flatMap((node) => net.piecesAt[node])
		.filter((piece) => {
			const { road, bare, roundabout } = net.roadOf(piece);
			return (
				!bare && !roundabout && ['residential', 'tertiary', 'living_street', 'unclassified', 'secondary'].includes(road)
			);
		});
	const middle = (piece: number) => between(net.point(net.pieces[piece].a), net.point(net.pieces[piece].b), 0.5);
	const nearest = streets.reduce((best, piece) =>
		distance(middle(piece), aim) < distance(middle(best), aim) ? piece : best
	);
	const { a, b } = net.pieces[nearest];
	const side = leftOf(direction(net.point(a), net.point(b)));
	const at = moved(middle(nearest), side, random.chance(0.5) ? 13 : -13);
	const name = net.roadOf(nearest).name;
	if (name === undefined) return { at, street: 'Place de la Mairie' };
	return {
		at,
		street: name.startsWith('Place') ? name : `${random.integer(1, 46)} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
	};
}
