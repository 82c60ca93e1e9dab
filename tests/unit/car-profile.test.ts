import { describe, expect, it } from 'vitest';
import { wayUse } from '#core/roads/way-use.ts';

const car = (tags: Record<string, string>) => wayUse('osm', tags, 'car');
const speed = (tags: Record<string, string>) => car({ highway: 'residential', ...tags })?.forward?.kmh;

describe('speed of a car', () => {
	it('is the typical one of the class where no limit is signed', () => {
		const typical = {
			...{ motorway: 90, trunk: 85, primary: 65, secondary: 55, tertiary: 40, unclassified: 25, residential: 25 },
			...{ service: 15, living_street: 10 },
			...{ motorway_link: 45, trunk_link: 40, primary_link: 30, secondary_link: 25, tertiary_link: 20 }
		};
		for (const [highway, kmh] of Object.entries(typical)) expect([highway, speed({ highway })]).toEqual([highway, kmh]);
	});

	it('is 80 % of a signed limit, above or below the class', () => {
		expect(speed({ maxspeed: '30' })).toBeCloseTo(24, 9);
		expect(speed({ maxspeed: '50' })).toBeCloseTo(40, 9);
		expect(speed({ highway: 'motorway', maxspeed: '130' })).toBeCloseTo(104, 9);
		expect(speed({ maxspeed: '20 mph' })).toBeCloseTo(20 * 1.609 * 0.8, 9);
		expect(speed({ maxspeed: '70;50' })).toBeCloseTo(56, 9);
		expect(speed({ maxspeed: 'none', highway: 'motorway' })).toBeCloseTo(112, 9);
	});

	it('reads the legal limit of a zone written as the limit', () => {
		expect(speed({ maxspeed: 'FR:urban' })).toBeCloseTo(40, 9);
		expect(speed({ maxspeed: 'FR:rural' })).toBeCloseTo(64, 9);
		expect(speed({ maxspeed: 'FR:zone30' })).toBeCloseTo(24, 9);
		expect(speed({ maxspeed: 'FR:30' })).toBeCloseTo(24, 9);
		expect(speed({ maxspeed: 'DE:zone:20' })).toBeCloseTo(16, 9);
		expect(speed({ maxspeed: 'FR:motorway', highway: 'motorway' })).toBeCloseTo(104, 9);
	});

	it('is capped, never raised, by the zone told beside a road without a sign', () => {
		expect(speed({ highway: 'primary', 'zone:maxspeed': 'FR:30' })).toBeCloseTo(24, 9);
		expect(speed({ highway: 'primary', 'source:maxspeed': 'FR:urban' })).toBeCloseTo(40, 9);
		expect(speed({ 'maxspeed:type': 'FR:rural' })).toBe(25);
		expect(speed({ 'source:maxspeed': 'survey' })).toBe(25);
	});

	it('does not change for a limit that says no figure', () => {
		for (const maxspeed of ['signals', 'variable', '', '0', '5000', 'DE:motorway', 'fifty'])
			expect(speed({ maxspeed })).toBe(25);
	});

	it('follows each direction', () => {
		const use = car({ highway: 'primary', maxspeed: '80', 'maxspeed:backward': '50' });
		expect(use?.forward?.kmh).toBeCloseTo(64, 9);
		expect(use?.backward?.kmh).toBeCloseTo(40, 9);
	});

	it('is capped by the surface, the grade of track and the smoothness', () => {
		expect(speed({ highway: 'primary', surface: 'cobblestone' })).toBe(30);
		expect(speed({ highway: 'primary', surface: 'cobblestone', maxspeed: '90' })).toBe(30);
		expect(speed({ highway: 'primary', tracktype: 'grade4' })).toBe(25);
		expect(speed({ highway: 'primary', smoothness: 'very_bad' })).toBe(20);
		expect(speed({ surface: 'asphalt' })).toBe(25);
	});
});

describe('access of a car', () => {
	it('takes the most specific tag', () => {
		expect(car({ highway: 'residential', access: 'no', motorcar: 'yes' })).not.toBeNull();
		expect(car({ highway: 'residential', vehicle: 'yes', motor_vehicle: 'no' })).toBeNull();
		expect(car({ highway: 'residential', access: 'no' })).toBeNull();
	});

	it('leaves private, destination, delivery and customers to the ends of a journey', () => {
		for (const access of ['private', 'destination', 'delivery', 'customers']) {
			expect(car({ highway: 'residential', access })?.forward?.endsOnly).toBe(true);
		}
		expect(car({ highway: 'residential', access: 'permissive' })?.forward?.endsOnly).toBe(false);
		expect(car({ highway: 'residential' })?.forward?.endsOnly).toBe(false);
	});

	it('opens tracks and paths only where a tag does', () => {
		expect(car({ highway: 'track' })).toBeNull();
		expect(car({ highway: 'track', motor_vehicle: 'destination' })).toBeNull();
		expect(car({ highway: 'track', motor_vehicle: 'yes' })?.forward?.kmh).toBe(10);
		for (const highway of ['footway', 'path', 'cycleway', 'steps', 'pedestrian']) expect(car({ highway })).toBeNull();
	});

	it('leaves out roads not built, areas, reversible lanes, emergency accesses and gaps too narrow', () => {
		expect(car({ highway: 'construction', construction: 'primary' })).toBeNull();
		expect(car({ highway: 'primary', construction: 'yes' })).toBeNull();
		expect(car({ highway: 'primary', construction: 'minor' })).not.toBeNull();
		expect(car({ highway: 'primary', proposed: 'yes' })).toBeNull();
		expect(car({ highway: 'residential', area: 'yes' })).toBeNull();
		expect(car({ highway: 'primary', oneway: 'reversible' })).toBeNull();
		expect(car({ highway: 'service', service: 'emergency_access' })).toBeNull();
		expect(car({ highway: 'residential', width: '1.5' })).toBeNull();
		expect(car({ highway: 'residential', maxheight: '1.8 m' })).toBeNull();
	});

	it('passes tolls', () => {
		expect(car({ highway: 'motorway', toll: 'yes' })).not.toBeNull();
	});

	it('does not start journeys on private driveways', () => {
		expect(car({ highway: 'service', access: 'private' })?.isStartPoint).toBe(false);
		expect(car({ highway: 'service' })?.isStartPoint).toBe(true);
	});
});

describe('directions of a car', () => {
	const open = (tags: Record<string, string>) => {
		const use = car({ highway: 'residential', ...tags });
		return [use?.forward != null, use?.backward != null];
	};

	it('follow oneway, in either sense', () => {
		expect(open({})).toEqual([true, true]);
		for (const oneway of ['yes', '1', 'true']) expect(open({ oneway })).toEqual([true, false]);
		expect(open({ oneway: '-1' })).toEqual([false, true]);
		expect(open({ oneway: 'no' })).toEqual([true, true]);
	});

	it('follow the flow of roundabouts and motorways unless told otherwise', () => {
		expect(open({ junction: 'roundabout' })).toEqual([true, false]);
		expect(open({ junction: 'circular' })).toEqual([true, false]);
		expect(open({ highway: 'motorway' })).toEqual([true, false]);
		expect(open({ highway: 'motorway_link' })).toEqual([true, true]);
		expect(open({ junction: 'roundabout', oneway: 'no' })).toEqual([true, true]);
	});

	it('let a rule for cars prevail over the general one', () => {
		expect(open({ oneway: 'yes', 'oneway:motor_vehicle': 'no' })).toEqual([true, true]);
		expect(open({ oneway: 'yes', 'oneway:bicycle': 'no' })).toEqual([true, false]);
	});
});

describe('ferries', () => {
	it('take the duration they tell, else 5 km/h, and start no journey', () => {
		const told = car({ route: 'ferry', duration: '01:30' });
		expect(told).toMatchObject({ isFerry: true, durationSeconds: 5400, isStartPoint: false });
		expect(car({ route: 'ferry', duration: '00:12:30' })?.durationSeconds).toBe(750);
		expect(car({ route: 'ferry', duration: '20' })?.durationSeconds).toBe(1200);
		expect(car({ route: 'ferry', duration: 'PT1H5M' })?.durationSeconds).toBe(3900);
		expect(car({ route: 'ferry' })).toMatchObject({ durationSeconds: null, forward: { kmh: 5 } });
		expect(car({ route: 'ferry', duration: 'half an hour' })?.durationSeconds).toBeNull();
	});

	it('carry no car where motor vehicles are refused', () => {
		expect(car({ route: 'ferry', motor_vehicle: 'no' })).toBeNull();
	});
});

describe('hostile tags', () => {
	it('are only words', () => {
		const tags = Object.fromEntries([
			['highway', '__proto__'],
			['maxspeed', '9'.repeat(5000)],
			['constructor', 'x']
		]);
		expect(car(tags)).toBeNull();
		expect(car({ highway: 'constructor' })).toBeNull();
		expect(car({ highway: 'residential', surface: '__proto__', maxspeed: 'FR:constructor' })?.forward?.kmh).toBe(25);
	});
});
