import { describe, expect, it } from 'vitest';
import type { Note } from '#domain/notes.ts';
import type { TurnRestriction } from '#domain/road-network.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { crossroads, from, to, via } from '../fixtures/osm-crossroads.ts';
import { writePbf, type OsmRelation } from '../fixtures/osm-writer.ts';

async function read(
	relations: OsmRelation[]
): Promise<{ restrictions: readonly TurnRestriction[]; notes: readonly Note[] }> {
	const imported = await readOsmPbf(bytesSource('r.osm.pbf', writePbf({ ...crossroads(), relations })));
	return { restrictions: imported.value.restrictions, notes: imported.notes };
}

const restriction = (tags: Record<string, string>, members: OsmRelation['members']): OsmRelation => ({
	id: 1,
	tags: { type: 'restriction', ...tags },
	members
});
/** From the west arm (way 0) to the north arm (way 1) through the crossing (node 0). */
const leftTurn = [from(10), via('node', 1), to(11)];
const turn = { fromWay: 0, toWay: 1, viaNode: 0, viaWays: [], kind: 'no', exceptBike: false, exceptCar: false };

describe('turn restrictions', () => {
	it('are read in ranks of ways and nodes, and those left out are counted by reason', async () => {
		const { restrictions, notes } = await read(crossroads().relations);
		expect(restrictions).toEqual([
			turn,
			{ ...turn, toWay: 2, kind: 'only', exceptBike: true },
			{ ...turn, toWay: 3, exceptBike: true },
			{ ...turn, fromWay: 2, toWay: 0 },
			{ ...turn, fromWay: 3, toWay: 0 },
			{ ...turn, toWay: 2 },
			{ ...turn, toWay: 3 },
			{ ...turn, toWay: 4, viaNode: null, viaWays: [1] }
		]);
		expect(Object.fromEntries(notes.map((note) => [note.message.code, note.message.params.count]))).toEqual({
			note_osm_restrictions_other_vehicles: 1,
			note_osm_restrictions_conditional: 1,
			note_osm_restrictions_malformed: 1,
			note_osm_restrictions_outside: 1
		});
	});

	it.each([
		[
			{ restriction: 'no_left_turn', except: 'bicycle' },
			{ exceptBike: true, exceptCar: false }
		],
		[
			{ restriction: 'no_left_turn', except: 'motorcar; psv' },
			{ exceptBike: false, exceptCar: true }
		],
		[
			{ restriction: 'no_left_turn', except: 'psv' },
			{ exceptBike: false, exceptCar: false }
		],
		[{ 'restriction:bicycle': 'no_left_turn' }, { exceptBike: false, exceptCar: true }],
		[{ 'restriction:motor_vehicle': 'no_left_turn' }, { exceptBike: true, exceptCar: false }],
		[
			{ restriction: 'no_left_turn', 'restriction:bicycle': 'none' },
			{ exceptBike: true, exceptCar: false }
		],
		[
			{ restriction: 'no_left_turn', 'restriction:conditional': 'none @ (22:00-06:00)' },
			{ exceptBike: false, exceptCar: false }
		]
	])('%j binds the modes it says', async (tags, excepts) => {
		expect((await read([restriction(tags as Record<string, string>, leftTurn)])).restrictions).toEqual([
			{ ...turn, ...excepts }
		]);
	});

	it('states two rules when cars and bikes have each their own', async () => {
		const tags = { 'restriction:motorcar': 'only_left_turn', 'restriction:bicycle': 'no_left_turn' };
		expect((await read([restriction(tags, leftTurn)])).restrictions).toEqual([
			{ ...turn, kind: 'only', exceptBike: true },
			{ ...turn, exceptCar: true }
		]);
	});

	it.each([
		[{ restriction: 'no_left_turn', except: 'motorcar;bicycle' }, 'note_osm_restrictions_other_vehicles'],
		[{ 'restriction:caravan': 'no_left_turn' }, 'note_osm_restrictions_other_vehicles'],
		[{ restriction: 'no_left_turn', hour_on: '07:00', hour_off: '09:00' }, 'note_osm_restrictions_conditional'],
		[{ restriction: 'give_way' }, 'note_osm_restrictions_malformed']
	])('%j is dropped with its reason', async (tags, code) => {
		const { restrictions, notes } = await read([restriction(tags as Record<string, string>, leftTurn)]);
		expect(restrictions).toEqual([]);
		expect(notes.map((note) => note.message)).toEqual([{ code, params: { count: 1 } }]);
	});

	it.each([
		['two from ways without no_entry', [from(10), from(12), via('node', 1), to(11)]],
		['two via nodes', [from(10), via('node', 1), via('node', 3), to(11)]],
		['a via node and a via way', [from(10), via('node', 1), via('way', 11), to(14)]],
		['a via node that the from way does not have', [from(10), via('node', 3), to(11)]],
		['a via way that does not lead to the to way', [from(10), via('way', 12), to(14)]],
		['a loop of hundreds of via ways', [from(10), ...Array.from({ length: 300 }, () => via('way', 11)), to(14)]]
	])('%s is malformed', async (_what, members) => {
		const { restrictions, notes } = await read([restriction({ restriction: 'no_left_turn' }, members)]);
		expect(restrictions).toEqual([]);
		expect(notes[0].message.code).toBe('note_osm_restrictions_malformed');
	});

	it('puts via ways in the order of the drive', async () => {
		const data = crossroads();
		// 10 → 12 → 30 → 31, the middle ways given the wrong way round.
		data.ways.push(
			{ id: 30, nodes: [4, 6], tags: { highway: 'path' } },
			{ id: 31, nodes: [6, 2], tags: { highway: 'path' } }
		);
		data.relations = [restriction({ restriction: 'no_u_turn' }, [from(10), via('way', 30), via('way', 12), to(31)])];
		const { value } = await readOsmPbf(bytesSource('r.osm.pbf', writePbf(data)));
		expect(value.restrictions).toEqual([{ ...turn, viaNode: null, viaWays: [2, 5], toWay: 6 }]);
	});
});
