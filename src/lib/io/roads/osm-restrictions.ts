import type { TurnRestriction } from '#domain/road-network.ts';
import type { OsmMember, OsmTags } from './osm-entities.ts';

/** A turn restriction as read, its ways and node still OSM ids. */
export interface RestrictionDraft {
	readonly fromWayId: number;
	readonly toWayId: number;
	readonly viaNodeId: number | null;
	readonly viaWayIds: readonly number[];
	readonly kind: TurnRestriction['kind'];
	readonly exceptBike: boolean;
	readonly exceptCar: boolean;
}

/**
 * Why a restriction is not kept: it holds at certain times only; it binds neither cars nor bikes (hgv, bus, caravan…);
 * its members do not describe a turn; a way of it is not among the roads read.
 */
export type RestrictionDrop = 'conditional' | 'other_vehicles' | 'malformed' | 'outside';

/** Real detours go through two or three ways; a relation of hundreds is a mistake, and long to put in order. */
const MAX_VIA_WAYS = 16;

const TIME_KEYS = ['day_on', 'day_off', 'hour_on', 'hour_off', 'date_on', 'date_off'];

/**
 * The restrictions a relation states, or why it states none for us; null when it is no turn restriction.
 * A relation gives several when it has several `from` (no_entry), several `to` (no_exit), or one rule for cars and another for bikes.
 */
export function readRestriction(
	tags: OsmTags,
	members: () => readonly OsmMember[]
): RestrictionDraft[] | RestrictionDrop | null {
	if (tags.get('type') !== 'restriction') return null;
	if (TIME_KEYS.some((key) => tags.get(key) !== undefined)) return 'conditional';
	const { car, bike } = rulesByMode(tags);
	if (car === undefined && bike === undefined) return whyNoRule(tags);
	const list = members();
	const drafts: RestrictionDraft[] = [];
	for (const { rule, exceptCar, exceptBike } of distinctRules(car, bike)) {
		const turns = readTurns(rule, list);
		if (turns === null) return 'malformed';
		const kind = rule.startsWith('only_') ? 'only' : 'no';
		for (const turn of turns) drafts.push({ ...turn, kind, exceptCar, exceptBike });
	}
	return drafts;
}

/** The rule that binds each mode: its own key first, `except` lifting what binds it. */
function rulesByMode(tags: OsmTags): { car: string | undefined; bike: string | undefined } {
	const except = (tags.get('except') ?? '').split(';').map((mode) => mode.trim());
	const excepts = (...modes: string[]) => modes.some((mode) => except.includes(mode));
	const first = (...keys: string[]) => keys.map((key) => tags.get(key)).find((value) => value !== undefined);
	const car = first('restriction:motorcar', 'restriction:motor_vehicle', 'restriction:vehicle', 'restriction');
	const bike = first('restriction:bicycle', 'restriction:vehicle', 'restriction');
	return {
		car: excepts('motorcar', 'motor_vehicle', 'vehicle') ? undefined : asRule(car),
		bike: excepts('bicycle', 'vehicle') ? undefined : asRule(bike)
	};
}

function asRule(value: string | undefined): string | undefined {
	return value !== undefined && /^(no|only)_./.test(value) ? value : undefined;
}

function distinctRules(
	car: string | undefined,
	bike: string | undefined
): { rule: string; exceptCar: boolean; exceptBike: boolean }[] {
	const rules: { rule: string; exceptCar: boolean; exceptBike: boolean }[] = [];
	if (car !== undefined) rules.push({ rule: car, exceptCar: false, exceptBike: bike !== car });
	if (bike !== undefined && bike !== car) rules.push({ rule: bike, exceptCar: true, exceptBike: false });
	return rules;
}

function whyNoRule(tags: OsmTags): RestrictionDrop {
	let isConditional = false;
	let isForOthers = asRule(tags.get('restriction')) !== undefined;
	tags.forEach((_value, key) => {
		if (!key.startsWith('restriction:')) return;
		if (key.endsWith(':conditional')) isConditional = true;
		else isForOthers = true;
	});
	if (isConditional) return 'conditional';
	return isForOthers ? 'other_vehicles' : 'malformed';
}

type Turn = Pick<RestrictionDraft, 'fromWayId' | 'toWayId' | 'viaNodeId' | 'viaWayIds'>;

function readTurns(rule: string, members: readonly OsmMember[]): Turn[] | null {
	const ids = (role: string, type: OsmMember['type']) =>
		members.filter((member) => member.role === role && member.type === type).map((member) => member.id);
	const from = ids('from', 'way');
	const to = ids('to', 'way');
	const viaNodes = ids('via', 'node');
	const viaWayIds = ids('via', 'way');
	if (from.length === 0 || (from.length > 1 && rule !== 'no_entry')) return null;
	if (to.length === 0 || (to.length > 1 && rule !== 'no_exit')) return null;
	if (viaWayIds.length > 0 ? viaNodes.length > 0 : viaNodes.length !== 1) return null;
	if (viaWayIds.length > MAX_VIA_WAYS) return null;
	const viaNodeId = viaNodes[0] ?? null;
	return from.flatMap((fromWayId) => to.map((toWayId) => ({ fromWayId, toWayId, viaNodeId, viaWayIds })));
}

/** The roads read, as restrictions need them. A way cut where nodes are missing has several pieces. */
export interface KnownRoads {
	/** Ranks of the pieces of a way; empty when it was not kept. */
	waysOf(wayId: number): readonly number[];
	/** Rank of a node; −1 when it is on no road. */
	nodeOf(nodeId: number): number;
	nodesOf(way: number): ArrayLike<number>;
}

/** The same restriction in ranks of ways and nodes, or why it cannot be. */
export function resolveRestriction(draft: RestrictionDraft, roads: KnownRoads): TurnRestriction | RestrictionDrop {
	const from = roads.waysOf(draft.fromWayId);
	const to = roads.waysOf(draft.toWayId);
	const via = draft.viaWayIds.map((id) => roads.waysOf(id));
	if (from.length === 0 || to.length === 0 || via.some((pieces) => pieces.length === 0)) return 'outside';
	const { kind, exceptBike, exceptCar } = draft;
	if (draft.viaNodeId !== null) {
		const viaNode = roads.nodeOf(draft.viaNodeId);
		if (viaNode === -1) return 'outside';
		const touches = (way: number) => Array.prototype.includes.call(roads.nodesOf(way), viaNode);
		const fromWay = from.find(touches);
		const toWay = to.find(touches);
		if (fromWay === undefined || toWay === undefined) return 'malformed';
		return { fromWay, toWay, viaNode, viaWays: [], kind, exceptBike, exceptCar };
	}
	const path = chain([from, ...via, to], roads);
	if (path === null) return 'malformed';
	const [fromWay, toWay] = [path[0], path[path.length - 1]];
	return { fromWay, toWay, viaNode: null, viaWays: path.slice(1, -1), kind, exceptBike, exceptCar };
}

/** One piece of each way so that each shares a node with the next; the order of the middle ways is mended when it is not that of the drive. */
function chain(ways: readonly (readonly number[])[], roads: KnownRoads): number[] | null {
	const first = ways[0];
	const last = ways[ways.length - 1];
	for (const start of first) {
		const path = [start];
		const left = ways.slice(1, -1);
		while (left.length > 0) {
			const end = path[path.length - 1];
			const next = left.findIndex((pieces) => pieces.some((piece) => shareNode(end, piece, roads)));
			if (next === -1) break;
			const [pieces] = left.splice(next, 1);
			path.push(pieces.find((piece) => shareNode(end, piece, roads)) as number);
		}
		const end = path[path.length - 1];
		const finish = last.find((piece) => shareNode(end, piece, roads));
		if (left.length === 0 && finish !== undefined) return [...path, finish];
	}
	return null;
}

function shareNode(a: number, b: number, roads: KnownRoads): boolean {
	const nodes = new Set(Array.from(roads.nodesOf(a)));
	return Array.from(roads.nodesOf(b)).some((node) => nodes.has(node));
}
