import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { Population } from '#domain/population.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import type { AdminDivision } from '#io/communes/admin-division.ts';
import { locatePopulation, PLACE, populationAt } from '#workers/jobs/prepare/locate.ts';
import { completeFromDivision, markEpci, markPerimeter } from '#workers/jobs/prepare/perimeter.ts';

/** A square commune of a tenth of a degree, its south-west corner at lon, lat. */
function commune(code: string, lon: number, lat: number, epci: string | null, people: number | null = null): Commune {
	const ring = [
		[lon, lat],
		[lon + 0.1, lat],
		[lon + 0.1, lat + 0.1],
		[lon, lat + 0.1],
		[lon, lat]
	] as const;
	return {
		code: code as InseeCode,
		name: `Commune ${code}`,
		geometry: [[ring]],
		municipalPopulation: people,
		epciCode: epci as EpciCode | null,
		epciName: epci === null ? null : `CC ${epci}`,
		centre: null,
		margin: false
	};
}

const west = commune('01001', 5, 46, '200000001', 10);
const east = commune('01002', 5.1, 46, '200000002');
const noDivision: AdminDivision = { communes: new Map(), epcis: new Map(), successors: new Map() };

function points(kind: Population['kind'], places: readonly (readonly [number, number, string | null])[]): Population {
	return {
		kind,
		count: places.length,
		ids: places.map((_, rank) => `p${rank}`),
		lon: Float64Array.from(places, ([lon]) => lon),
		lat: Float64Array.from(places, ([, lat]) => lat),
		people: Float64Array.from(places, (_, rank) => rank + 1),
		communeCodes: places.map(([, , code]) => code as InseeCode | null),
		imputed: null,
		ageBands: null,
		households: null,
		poorHouseholds: null
	};
}

describe('the perimeter', () => {
	it('is the EPCI asked by its SIREN or its name; the other communes are margin', () => {
		for (const asked of ['200000001', ' cc 200000001 ']) {
			expect(markEpci([west, east], asked, noDivision, 'c.geojson').map(({ margin }) => margin)).toEqual([false, true]);
		}
	});

	it('of an unknown EPCI is refused with those the file has', () => {
		expect(() => markEpci([west, east], '999999999', noDivision, 'c.geojson')).toThrow(
			/error_epci_unknown.*200000001 \(CC 200000001\), 200000002/
		);
	});

	it('drawn by hand holds the communes whose centre it holds', () => {
		const outline = [commune('x', 4.9, 45.9, null).geometry?.[0] ?? []];
		expect(() => markPerimeter([east], outline, 'p.geojson')).toThrow('error_perimeter_without_commune');
		const around = [
			[
				[4.9, 45.9],
				[5.09, 45.9],
				[5.09, 46.2],
				[4.9, 46.2],
				[4.9, 45.9]
			]
		] as const;
		expect(
			markPerimeter([west, east], [around[0] ? [around[0]] : []], 'p.geojson').map(({ margin }) => margin)
		).toEqual([false, true]);
	});

	it('says the year of the populations municipales only when one year is theirs', () => {
		const said = (fileVintage: string | null) => completeFromDivision([west], noDivision, 'c.geojson', fileVintage);
		expect([said('2021').vintage, said('2021').populationSource]).toEqual(['2021', 'c.geojson']);
		expect(said(null).vintage).toBeNull();
	});
});

describe('demand points', () => {
	const communes = [west, { ...east, margin: true }];

	it('are inside, in the margin or beyond, each once, with their commune', () => {
		const population = points('point', [
			[5.05, 46.05, null],
			[5.15, 46.05, null],
			[6.5, 46.05, null],
			[5.05, 46.05, '01002']
		]);
		const located = locatePopulation(population, communes, null, 20_000);
		expect(located.communeCodes).toEqual(['01001', '01002', null, '01002']);
		expect([...located.place]).toEqual([PLACE.inside, PLACE.margin, PLACE.outside, PLACE.margin]);
		const parts = [PLACE.inside, PLACE.margin, PLACE.outside].map((place) => populationAt(population, located, place));
		expect(parts.map(({ ids }) => ids)).toEqual([['p0'], ['p1', 'p3'], ['p2']]);
		expect(parts.flatMap(({ people }) => [...people]).sort()).toEqual([1, 2, 3, 4]);
	});

	it('of a grid belong to the commune their square touches, though its centre is just outside', () => {
		// 100 m west of the border of the commune: within half a diagonal of a 200 m cell.
		const beside = 5 - 100 / (111_195 * Math.cos((46.05 * Math.PI) / 180));
		const at = (kind: Population['kind']) => locatePopulation(points(kind, [[beside, 46.05, null]]), communes, null, 0);
		expect(at('grid-200m').communeCodes).toEqual(['01001']);
		expect(at('grid-200m').place[0]).toBe(PLACE.inside);
		expect(at('point').communeCodes).toEqual([null]);
	});
});
