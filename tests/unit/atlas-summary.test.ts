import { cellToLatLng, cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import type { DemandPointKind, Population } from '#domain/population.ts';
import { cellId } from '#io/geo/grid-cell-id.ts';
import { cellMesh, gatherInHexagons } from '#workers/jobs/atlas/meshes.ts';
import { whoChoices } from '#workers/jobs/atlas/who-choices.ts';

/** Demand points with these ids; people 1, 2, 3… */
function population(kind: DemandPointKind, ids: readonly string[], at = ids.map(() => [5, 48])): Population {
	return {
		kind,
		count: ids.length,
		ids,
		lon: Float64Array.from(at, ([lon]) => lon),
		lat: Float64Array.from(at, ([, lat]) => lat),
		people: Float64Array.from(ids, (_, i) => i + 1),
		communeCodes: ids.map(() => null),
		imputed: null,
		ageBands: null,
		households: null,
		poorHouseholds: null
	};
}

function ages(...bands: readonly (readonly [number, number | null])[]): Population {
	const people = Float64Array.of(1);
	return {
		...population('point', ['a']),
		ageBands: bands.map(([fromAge, toAge]) => ({ fromAge, toAge, people }))
	};
}

/** Vertices of one ring. */
function ring(mesh: NonNullable<ReturnType<typeof cellMesh>>, rank: number): [number, number][] {
	const vertices: [number, number][] = [];
	for (let at = mesh.first[rank]; at < mesh.first[rank + 1]; at++) {
		vertices.push([mesh.lonLat[2 * at], mesh.lonLat[2 * at + 1]]);
	}
	return vertices;
}

const METRES_PER_DEGREE = 111_195;
const metres = ([x1, y1]: [number, number], [x2, y2]: [number, number]) =>
	Math.hypot((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1) * METRES_PER_DEGREE;

describe('cells on the map', () => {
	it('are the true squares of their grid, closed, side by side', () => {
		const cell = { crs: 3035, sizeMetres: 200, east: 3950000, north: 2800000 } as const;
		const ids = [cell, { ...cell, east: cell.east + 200 }].map(cellId);
		const mesh = cellMesh(population('grid-200m', ids));
		if (mesh === null) return expect.unreachable();
		expect([mesh.count, [...mesh.first], mesh.lonLat.length]).toEqual([2, [0, 5, 10], 20]);
		for (const square of [ring(mesh, 0), ring(mesh, 1)]) {
			expect(square[4]).toEqual(square[0]);
			// The plane here is a sphere: half a percent.
			for (let side = 0; side < 4; side++) expect(metres(square[side], square[side + 1]) / 200).toBeCloseTo(1, 2);
		}
		// The east side of one is the west side of the next.
		expect(ring(mesh, 0)[1]).toEqual(ring(mesh, 1)[0]);
	});

	it('known by their centre alone are squares on it', () => {
		const mesh = cellMesh(population('grid-1km', ['12'], [[5, 48]]));
		if (mesh === null) return expect.unreachable();
		const square = ring(mesh, 0);
		for (let side = 0; side < 4; side++) expect(metres(square[side], square[side + 1])).toBeCloseTo(1000, 0);
		expect([(square[0][0] + square[2][0]) / 2, (square[0][1] + square[2][1]) / 2]).toEqual([5, 48]);
	});

	it('are hexagons where the data are, and nothing where they have no shape', () => {
		const id = latLngToCell(48, 5, 9);
		const mesh = cellMesh(population('h3', [id]));
		if (mesh === null) return expect.unreachable();
		const hexagon = ring(mesh, 0);
		expect([hexagon.length, hexagon[6]]).toEqual([7, hexagon[0]]);
		const [lat, lon] = cellToLatLng(id);
		const mean = (axis: 0 | 1) => hexagon.slice(1).reduce((sum, vertex) => sum + vertex[axis], 0) / 6;
		expect(mean(0)).toBeCloseTo(lon, 4);
		expect(mean(1)).toBeCloseTo(lat, 4);
		expect([cellMesh(population('commune', ['01001'])), cellMesh(population('point', ['a']))]).toEqual([null, null]);
	});

	it('that name no hexagon are told by their row', () => {
		const broken = population('h3', [latLngToCell(48, 5, 9), 'x']);
		for (const read of [() => cellMesh(broken), () => [...gatherInHexagons(broken)]]) {
			expect(read).toThrow(MaillageError);
			expect(read).toThrow(/error_folder_cell_id \{"row":3,"read":"x"\} \(cells\.csv\)/);
		}
	});
});

describe('hexagons of demand points', () => {
	const places = Array.from({ length: 200 }, (_, i) => [5 + (i % 20) * 0.01, 48 + Math.floor(i / 20) * 0.01]);
	const ids = places.map((_, i) => `p${i}`);

	it('hold everybody once at every resolution, and each is made of whole finer ones', () => {
		const levels = [...gatherInHexagons(population('point', ids, places))];
		expect(levels.map(({ level }) => level.resolution)).toEqual([8, 7, 6]);
		for (const { level, cells } of levels) {
			expect([level.mesh.count, level.people.length]).toEqual([cells.count, cells.count]);
			const people = new Float64Array(cells.count);
			cells.hexagonOf.forEach((hexagon, point) => (people[hexagon] += point + 1));
			expect([...level.people]).toEqual([...people]);
			expect(level.people.every((one) => one > 0)).toBe(true);
		}
		for (const [finer, coarser] of [levels.slice(0, 2), levels.slice(1)]) {
			const parent = new Map<number, number>();
			finer.cells.hexagonOf.forEach((hexagon, point) => {
				const own = coarser.cells.hexagonOf[point];
				expect(parent.get(hexagon) ?? own).toBe(own);
				parent.set(hexagon, own);
			});
			expect(coarser.cells.count).toBeLessThan(finer.cells.count);
		}
	});

	it('are parents of the hexagons of the data, none above the coarsest there is, none for communes', () => {
		const cells = places.slice(0, 9).map(([lon, lat]) => latLngToCell(lat, lon, 9));
		const levels = [...gatherInHexagons(population('h3', cells))];
		expect(levels.map(({ level }) => level.resolution)).toEqual([8, 7]);
		const parents = new Set(cells.map((id) => cellToParent(id, 7)));
		expect(levels[1].cells.count).toBe(parents.size);
		expect(
			[...gatherInHexagons(population('h3', [latLngToCell(48, 5, 1)]))].map(({ level }) => level.resolution)
		).toEqual([0]);
		expect([...gatherInHexagons(population('commune', ['01001']))]).toEqual([]);
	});
});

describe('whom figures can be of', () => {
	const kinds = (choices: ReturnType<typeof whoChoices>) =>
		choices.map((who) => (who.kind === 'ages' ? `${who.fromAge}-${who.toAge ?? ''}` : who.kind));
	const FILOSOFI = [
		[0, 3],
		[4, 5],
		[6, 10],
		[11, 17],
		[18, 24],
		[25, 39],
		[40, 54],
		[55, 64],
		[65, 79],
		[80, null]
	] as const;

	it('is the ages people speak of where the bands of the data make them, in any order', () => {
		const spoken = ['everyone', '0-10', '11-17', '18-24', '25-64', '65-'];
		expect(kinds(whoChoices(ages(...FILOSOFI)))).toEqual(spoken);
		expect(kinds(whoChoices(ages(...[...FILOSOFI].reverse())))).toEqual(spoken);
	});

	it('is the bands of the data where an edge does not fit or a band is missing', () => {
		expect(kinds(whoChoices(ages([0, 14], [15, 64], [65, null])))).toEqual(['everyone', '0-14', '15-64', '65-']);
		const without = FILOSOFI.filter(([fromAge]) => fromAge !== 40);
		expect(kinds(whoChoices(ages(...without)))).toContain('25-39');
		const withoutLast = FILOSOFI.slice(0, -1);
		expect(kinds(whoChoices(ages(...withoutLast)))).toContain('65-79');
	});

	it('is everyone alone where nothing else is known, poor households where they are', () => {
		expect(kinds(whoChoices(population('point', ['a'])))).toEqual(['everyone']);
		const poor = { ...population('point', ['a']), poorHouseholds: Float64Array.of(NaN) };
		expect(kinds(whoChoices(poor))).toEqual(['everyone', 'poor-households']);
	});
});
