import {
	leftOf,
	moved,
	pointAlong,
	polylineLength,
	projectOnPolyline,
	type Point,
	type Polyline
} from '../tools/geometry.ts';
import { gridNode, gridPoint } from '../ground/grid.ts';
import type { Landscape } from '../ground/landscape.ts';
import type { Network } from './network.ts';
import { INTERCHANGES, RIVER_BRIDGES } from '../plan.ts';
import { curveThrough } from '../tools/polyline.ts';
import type { Trails } from './trails.ts';

/** From the axis to each carriageway's middle, metres. */
const CARRIAGEWAY = 11;
const RAMP = 430;
/** From the axis to the roundabouts where ramps meet the road that crosses. */
const TERMINAL = 165;
const CROSS_ROAD = 420;
const OVERPASS_EVERY = 1650;
const BRIDGE_HALF = 150;

/** A station of the axis: its point, the heading there and what lies to its left. */
interface Station {
	readonly point: Point;
	readonly heading: Point;
	readonly left: Point;
}

function station(axis: Polyline, along: number): Station {
	const { point, heading } = pointAlong(axis, along);
	return { point, heading, left: leftOf(heading) };
}

/** Tells the trails where they may cross the river and the motorway. */
export function openCrossings(trails: Trails, land: Landscape): void {
	const cross = (line: Polyline, along: number, half: number, built: boolean) => {
		const { point, left } = station(line, along);
		trails.allowBridge(moved(point, left, half), moved(point, left, -half), built);
	};
	for (const bridge of RIVER_BRIDGES)
		cross(land.river, projectOnPolyline(bridge, land.river).along, BRIDGE_HALF, false);
	for (const { alongKm } of INTERCHANGES) cross(land.motorway, alongKm * 1000, CROSS_ROAD, true);
	const end = polylineLength(land.motorway);
	for (let along = 900; along < end; along += OVERPASS_EVERY) {
		const { point } = station(land.motorway, along);
		const clear = INTERCHANGES.every(({ alongKm }) => Math.abs(alongKm * 1000 - along) > 900);
		if (clear && land.toRiver[gridNode(point)] > 350) cross(land.motorway, along, BRIDGE_HALF, false);
	}
}

/** Both ends of the roads across the interchanges. */
export function interchangeGates(axis: Polyline): Point[] {
	return INTERCHANGES.flatMap(({ alongKm }) => {
		return [-CROSS_ROAD, CROSS_ROAD].map((aside) => gridPoint(gridNode(sideways(axis, alongKm * 1000, aside))));
	});
}

/** Draws both carriageways, the interchanges' ramps and the roads across; returns the nodes to make roundabouts of. */
export function drawMotorway(net: Network, axis: Polyline): number[] {
	const stops = [0, polylineLength(axis)];
	for (let along = 60; along < stops[1]; along += 60) stops.push(along);
	for (const { alongKm } of INTERCHANGES) stops.push(alongKm * 1000 - RAMP, alongKm * 1000 + RAMP);
	stops.sort((a, b) => a - b);
	const nodesAt = [-1, 1].map((side) => {
		const road = net.addRoad({ road: 'motorway', route: -1, oneway: true, elevated: true, maxspeed: 130 });
		const nodes = new Map(stops.map((along) => [along, net.addNode(sideways(axis, along, side * CARRIAGEWAY))]));
		const run = side < 0 ? stops : [...stops].reverse();
		run.slice(1).forEach((along, i) => net.link(nodeOf(nodes, run[i]), nodeOf(nodes, along), road));
		return nodes;
	});
	const terminals: number[] = [];
	for (const { alongKm } of INTERCHANGES) {
		const along = alongKm * 1000;
		const ends = drawCrossRoad(net, axis, along);
		terminals.push(...ends);
		[-1, 1].forEach((side, i) => {
			// Traffic keeps right: on the right of the axis it runs forward, on the left backward.
			const entry = nodeOf(nodesAt[i], along - side * RAMP);
			const exit = nodeOf(nodesAt[i], along + side * RAMP);
			drawRamp(net, axis, { along, side, node: exit, terminal: ends[i], leaves: true });
			drawRamp(net, axis, { along, side, node: entry, terminal: ends[i], leaves: false });
		});
	}
	return terminals;
}

function nodeOf(nodes: ReadonlyMap<number, number>, along: number): number {
	const node = nodes.get(along);
	if (node === undefined) throw new Error(`The motorway has no node at ${along} m`);
	return node;
}

/** A point beside the axis: positive to the left. */
function sideways(axis: Polyline, along: number, metres: number): Point {
	const { point, left } = station(axis, along);
	return moved(point, left, metres);
}

/** The road over the motorway, straight, between the grid nodes where trails take over; its right and left terminals. */
function drawCrossRoad(net: Network, axis: Polyline, along: number): [number, number] {
	const at = (metres: number) => sideways(axis, along, metres);
	const from = gridPoint(gridNode(at(-CROSS_ROAD)));
	const to = gridPoint(gridNode(at(CROSS_ROAD)));
	const road = net.addRoad({ road: 'secondary', route: 900 + Math.round(along / 1000), maxspeed: 80 });
	const approach = curveThrough([from, at(-TERMINAL - 90), at(-TERMINAL)], 50);
	const right = net.draw(approach, road);
	net.draw([at(-TERMINAL), at(-90), at(-30), at(30), at(90), at(TERMINAL)], road);
	const left = net.draw([at(TERMINAL)], road);
	net.draw(curveThrough([at(TERMINAL), at(TERMINAL + 90), to], 50), road);
	return [right, left];
}

interface Ramp {
	readonly along: number;
	readonly side: number;
	/** The carriageway's node. */
	readonly node: number;
	readonly terminal: number;
	readonly leaves: boolean;
}

function drawRamp(net: Network, axis: Polyline, { along, side, node, terminal, leaves }: Ramp): void {
	const forward = (leaves ? 1 : -1) * side;
	const place = (before: number, aside: number) => sideways(axis, along + forward * before, side * aside);
	const line = curveThrough(
		[net.point(node), place(330, 17), place(215, 38), place(110, 88), place(42, 132), net.point(terminal)],
		38
	);
	const nodes = line.map((p, i) => (i === 0 ? node : i === line.length - 1 ? terminal : net.addNode(p)));
	if (!leaves) nodes.reverse();
	const road = net.addRoad({
		road: 'motorway_link',
		route: -1,
		oneway: true,
		elevated: true,
		maxspeed: leaves ? 70 : 90
	});
	nodes.slice(1).forEach((next, i) => net.link(nodes[i], next, road));
}
