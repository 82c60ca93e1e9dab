import { describe, expect, it } from 'vitest';
import { NODE_FLAGS } from '#domain/road-network.ts';
import { nodeFlags } from '#io/roads/osm-node-flags.ts';
import { isUsableRoad, routingTags } from '#io/roads/osm-road-tags.ts';

const flags = (tags: Record<string, string>) => {
	const bits = nodeFlags(new Map(Object.entries(tags)));
	const names = { trafficSignals: 'signals', blocksCar: 'car', blocksBike: 'bike', blocksFoot: 'foot' } as const;
	return (Object.keys(names) as (keyof typeof names)[])
		.filter((name) => bits & NODE_FLAGS[name])
		.map((name) => names[name])
		.join(' ');
};

describe('what a node stops (as in OSRM’s profiles)', () => {
	it.each([
		...['cattle_grid', 'border_control', 'toll_booth', 'sally_port', 'gate', 'lift_gate', 'no', 'entrance', 'arch'].map(
			(barrier) => [{ barrier }, '']
		),
		[{ barrier: 'bollard' }, 'car'],
		[{ barrier: 'bollard', bollard: 'rising' }, ''],
		[{ barrier: 'cycle_barrier' }, 'car'],
		[{ barrier: 'block' }, 'car'],
		[{ barrier: 'wall' }, 'car bike foot'],
		[{ barrier: 'kerb', kerb: 'lowered' }, ''],
		[{ barrier: 'kerb', kerb: 'raised' }, 'car'],
		[{ barrier: 'kerb', highway: 'crossing' }, ''],
		[{ barrier: 'height_restrictor' }, ''],
		[{ barrier: 'height_restrictor', maxheight: '1.9' }, 'car'],
		[{ barrier: 'height_restrictor', maxheight: '1.9 m' }, 'car'],
		[{ barrier: 'height_restrictor', maxheight: '2' }, ''],
		[{ barrier: 'height_restrictor', maxheight: 'default' }, '']
	] as [Record<string, string>, string][])('barrier %j stops: %s', (tags, expected) => {
		expect(flags(tags)).toBe(expected);
	});

	it.each([
		[{ barrier: 'gate', access: 'no' }, 'car bike foot'],
		[{ barrier: 'gate', access: 'no', foot: 'yes', bicycle: 'yes' }, 'car'],
		[{ barrier: 'gate', access: 'private' }, 'bike foot'],
		[{ barrier: 'bollard', motor_vehicle: 'yes' }, ''],
		[{ barrier: 'bollard', motor_vehicle: 'yes', motorcar: 'no' }, 'car'],
		[{ barrier: 'wall', foot: 'yes' }, 'car bike'],
		[{ barrier: 'gate', vehicle: 'no' }, 'car bike'],
		[{ barrier: 'gate', motorcar: 'agricultural' }, 'car'],
		[{ highway: 'crossing', bicycle: 'no', foot: 'no' }, '']
	] as [Record<string, string>, string][])('the access tag of %j prevails: %s', (tags, expected) => {
		expect(flags(tags)).toBe(expected);
	});

	it.each([
		[{ highway: 'traffic_signals' }, 'signals'],
		[{ highway: 'crossing', crossing: 'traffic_signals' }, ''],
		[{ crossing: 'traffic_signals' }, ''],
		[{ highway: 'crossing', crossing: 'marked' }, ''],
		[{ railway: 'signal' }, '']
	] as [Record<string, string>, string][])('signals of %j: %s', (tags, expected) => {
		expect(flags(tags)).toBe(expected);
	});
});

describe('which ways are roads', () => {
	const usable = (tags: Record<string, string>) => isUsableRoad(new Map(Object.entries(tags)));

	it('takes what a car, a bike or a pedestrian could use, ferries included', () => {
		for (const highway of ['motorway', 'residential', 'steps', 'path', 'pedestrian', 'cycleway', 'track', 'service']) {
			expect([highway, usable({ highway })]).toEqual([highway, true]);
		}
		expect(usable({ route: 'ferry' })).toBe(true);
	});

	it('leaves what is not built, not for travel, or not a way', () => {
		for (const highway of ['construction', 'proposed', 'raceway', 'bus_stop', 'abandoned', '']) {
			expect([highway, usable({ highway })]).toEqual([highway, false]);
		}
		expect(usable({ railway: 'platform' })).toBe(false);
		expect(usable({ route: 'bus' })).toBe(false);
		expect(usable({ highway: 'proposed', route: 'ferry' })).toBe(false);
	});

	it('keeps routing tags in one order, and a key named __proto__ is only a key left out', () => {
		const tags = new Map([
			['oneway:bicycle', 'no'],
			['__proto__', 'x'],
			['highway', 'primary'],
			['name', 'N 42'],
			['access', 'yes']
		]);
		expect(routingTags(tags)).toEqual([
			['access', 'yes'],
			['highway', 'primary'],
			['oneway:bicycle', 'no']
		]);
	});
});
