import { between, distance, type Point, type Polyline } from '../tools/geometry.ts';
import type { Hamlet } from '../people/hamlets.ts';
import { sample } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import type { Network } from '../roads/network.ts';
import type { OsmData, OsmNode, OsmRelation, OsmWay, Tags } from './osm-entities.ts';
import { lonLat } from '../tools/projection.ts';
import { placeAt, roadTags, type Place } from '../roads/road-tags.ts';
import type { Roadworks } from '../roads/roadworks.ts';
import type { Settlement } from '../people/settlements.ts';

/** Nodes of a way at most, as OpenStreetMap bounds them (2,000) and mappers keep them. */
const LONGEST_WAY = 250;
/** Rise over run, averaged over a kilometre, above which a road winds. */
const STEEP = 0.055;
const BROOK_NAMES = ['La Thérouse', 'Le Brenot', 'L’Aubrelle', 'Le Ru de Maupas', 'La Voivrotte', 'Le Ru des Aulnes'];

/** An open line of nodes of the network with one set of tags. */
interface Run {
	readonly nodes: number[];
	readonly tags: Tags;
	readonly pieces: number[];
}

/** The road network, its places and its watercourses as OpenStreetMap would hold them. */
export function osmData(
	works: Roadworks,
	land: Landscape,
	settlements: readonly Settlement[],
	hamlets: readonly Hamlet[],
	places: readonly Place[]
): OsmData {
	const { net } = works;
	const runs = gatherRuns(works, land, settlements, places);
	const waters = waterLines(land);
	const loose: { p: Point; tags: Tags; key: string }[] = [
		...settlements.map((s, i) => ({ p: s.at, tags: placeTags(s), key: `s${i}` })),
		...hamlets.map((h, i) => ({ p: h.at, tags: hamletTags(h), key: `h${i}` })),
		...waters.flatMap(({ line }, i) => line.map((p, k) => ({ p, tags: [] as Tags, key: `w${i} ${k}` })))
	];
	const used = [...new Set(runs.flatMap((run) => run.nodes))];
	const all = [
		...used.map((node) => {
			const tags: Tags = works.signals.has(node) ? [['highway', 'traffic_signals']] : [];
			return { p: net.point(node), tags, key: `n${node}` };
		}),
		...loose
	];
	all.sort((a, b) => curveOrder(a.p) - curveOrder(b.p));
	const ids = new Map<string, number>();
	const nodes: OsmNode[] = all.map(({ p, tags, key }, i) => {
		ids.set(key, i + 1);
		const [lon, lat] = lonLat(p);
		return { id: i + 1, lon, lat, tags };
	});
	const idOf = (key: string) => ids.get(key) ?? 0;
	const wayOfPiece = new Map<number, number>();
	runs.sort((a, b) => idOf(`n${a.nodes[0]}`) - idOf(`n${b.nodes[0]}`));
	const ways: OsmWay[] = runs.map((run, i) => {
		for (const piece of run.pieces) wayOfPiece.set(piece, i + 1);
		return { id: i + 1, refs: run.nodes.map((node) => idOf(`n${node}`)), tags: run.tags };
	});
	waters.forEach(({ line, tags }, i) => {
		ways.push({ id: ways.length + 1, refs: line.map((_, k) => idOf(`w${i} ${k}`)), tags });
	});
	return { nodes, ways, relations: turnRelations(works, wayOfPiece, idOf) };
}

/** Each road's pieces in order, cut where its tags change, at turn rules and where pieces are missing. */
function gatherRuns(
	works: Roadworks,
	land: Landscape,
	settlements: readonly Settlement[],
	places: readonly Place[]
): Run[] {
	const { net, routes } = works;
	const cuts = new Set(works.turnRules.map((rule) => rule.via));
	const byRoad = new Map<number, number[]>();
	net.pieces.forEach(({ gone, road }, i) => {
		if (gone) return;
		const list = byRoad.get(road);
		if (list) list.push(i);
		else byRoad.set(road, [i]);
	});
	const runs: Run[] = [];
	for (const [road, pieces] of byRoad) {
		pieces.sort((a, b) => net.pieces[a].order - net.pieces[b].order);
		let run: Run | null = null;
		let signature = '';
		for (const piece of pieces) {
			const { a, b, bridge } = net.pieces[piece];
			const middle = between(net.point(a), net.point(b), 0.5);
			const inTown = placeAt(places, middle);
			const steep = sample(land.relief, middle) > STEEP;
			const tags = [...roadTags(net.roads[road], routes, settlements, inTown, steep), ...(bridge ? BRIDGE : [])];
			const same = JSON.stringify(tags) === signature;
			const goesOn = run !== null && run.nodes[run.nodes.length - 1] === a && !cuts.has(a);
			if (run === null || !same || !goesOn || run.nodes.length >= LONGEST_WAY) {
				run = { nodes: [a], tags, pieces: [] };
				runs.push(run);
				signature = JSON.stringify(tags);
			}
			run.nodes.push(b);
			run.pieces.push(piece);
		}
	}
	return runs;
}

const BRIDGE: Tags = [
	['bridge', 'yes'],
	['layer', '1']
];

function turnRelations(
	works: Roadworks,
	wayOfPiece: ReadonlyMap<number, number>,
	idOf: (key: string) => number
): OsmRelation[] {
	return works.turnRules.flatMap(({ from, via, to, rule }, i): OsmRelation[] => {
		const [fromWay, toWay] = [wayOfPiece.get(from), wayOfPiece.get(to)];
		if (fromWay === undefined || toWay === undefined) return [];
		return [
			{
				id: i + 1,
				members: [
					{ type: 'way', ref: fromWay, role: 'from' },
					{ type: 'node', ref: idOf(`n${via}`), role: 'via' },
					{ type: 'way', ref: toWay, role: 'to' }
				],
				tags: [
					['type', 'restriction'],
					['restriction', rule]
				]
			}
		];
	});
}

function waterLines(land: Landscape): { line: Polyline; tags: Tags }[] {
	const brooks = [...land.brooks].sort((a, b) => b.catchmentKm2 - a.catchmentKm2);
	return [
		{
			line: land.river,
			tags: [
				['waterway', 'river'],
				['name', 'La Sorvanne']
			]
		},
		...brooks.map(({ line }, i): { line: Polyline; tags: Tags } => {
			const name: Tags = i < BROOK_NAMES.length ? [['name', BROOK_NAMES[i]]] : [];
			return { line, tags: [['waterway', 'stream'], ...name] };
		})
	];
}

function placeTags(s: Settlement): Tags {
	const place = s.rank === 'town' ? 'town' : 'village';
	return [
		['place', place],
		['name', s.name],
		['population', String(s.people)]
	];
}

function hamletTags(h: Hamlet): Tags {
	return [
		['place', h.houses > 4 ? 'hamlet' : 'isolated_dwelling'],
		['name', h.name]
	];
}

/** Order along Morton's curve over a mesh of 64 m: neighbours in space get neighbouring ids, which compress well. */
function curveOrder([x, y]: Point): number {
	let order = 0;
	let bit = 1;
	let [u, v] = [Math.max(0, Math.floor((x + 8000) / 64)), Math.max(0, Math.floor((y + 8000) / 64))];
	for (let k = 0; k < 11; k++) {
		order += (u & 1) * bit + (v & 1) * 2 * bit;
		bit *= 4;
		u >>= 1;
		v >>= 1;
	}
	return order;
}

/** Length of the road network, kilometres. */
export function networkKilometres(net: Network): number {
	return net.pieces.reduce((km, { a, b, gone }) => km + (gone ? 0 : distance(net.point(a), net.point(b)) / 1000), 0);
}
