import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings, PolygonRings } from '#domain/geometry.ts';
import type { InseeCode } from '#domain/units.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { realData } from '../realdata.ts';

const mel = realData('mel/bibliotheques-mel.json');
const ministry = realData('ministere/adresses-des-bibliotheques-publiques.csv');
const isere = realData('isere/isere.geojson');

function tally<Item>(items: readonly Item[], name: (item: Item) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
	return counts;
}

describe.skipIf(mel === null)('the libraries of the Métropole Européenne de Lille', () => {
	it('are 133, 125 with hours of which one cannot be read', () => {
		const { value, notes, rejected, rowsRead, rowsKept } = importSites(
			readFileSync(mel ?? ''),
			'bibliotheques-mel.json'
		);
		expect([rowsRead, rowsKept, rejected.length, value.length]).toEqual([133, 133, 0, 133]);
		expect(value.filter(({ schedule }) => schedule !== null)).toHaveLength(124);
		const unread = notes.filter(({ severity, column }) => severity === 'changed' && column === 'horairesosm');
		expect(unread.map(({ row, read }) => [row, read])).toEqual([
			[50, 'Tu,Th 12:00,14:00-18:00; We 09:00-12:00,14:00-18:00; Fr 12:00,15:00-19:00; Sa 10:00-13:00']
		]);
		expect(new Set(value.map(({ id }) => id)).size).toBe(133);
		// Five of universities, a departmental one, archives, a documentation centre, one for the blind.
		expect(value.filter(({ counted }) => !counted.counted)).toHaveLength(9);
	});
});

describe.skipIf(ministry === null)('the Ministry’s addresses of public libraries', () => {
	const read = (territory?: Parameters<typeof importSites>[2]) =>
		importSites(readFileSync(ministry ?? ''), 'adresses.csv', territory);

	it('are 15,702, of which 164 without coordinates', () => {
		const { value, rejected, rowsRead, rowsKept } = read();
		expect([rowsRead, rowsKept]).toEqual([15_702, 15_538]);
		expect(tally(rejected, ({ note }) => note.message.code)).toEqual({ note_site_without_coordinates: 164 });
		// Of 15,287 open buildings 8 have no coordinates, 22 are called closed or inactive, the rest are bookmobiles.
		expect(tally(value, ({ counted }) => counted.reason)).toMatchObject({
			counted_reason_administrative: 190,
			counted_reason_closed_stacks: 17,
			counted_reason_name_says_closed: 22,
			counted_reason_type_blank_active: 17
		});
		expect(new Set(value.map(({ id }) => id)).size).toBe(15_538);
	});

	it.skipIf(isere === null)('are 330 in the communes of Isère, all in a known commune', () => {
		interface Feature {
			properties: { id: string; name: string };
			geometry: { type: string; coordinates: PolygonRings | MultiPolygonRings };
		}
		const { features } = JSON.parse(readFileSync(isere ?? '', 'utf8')) as { features: Feature[] };
		const communes = features.map(({ properties, geometry }): Commune => ({
			code: properties.id as InseeCode,
			name: properties.name,
			geometry: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as MultiPolygonRings,
			municipalPopulation: null,
			epciCode: null,
			epciName: null,
			centre: null,
			margin: false
		}));
		const { value, rejected, notes, rowsKept } = read({ territory: { communes, perimeter: null, marginMetres: 0 } });
		expect([value.length, rowsKept]).toEqual([330, 330]);
		expect(value.every(({ communeCode, margin }) => communeCode !== null && !margin)).toBe(true);
		expect(tally(rejected, ({ note }) => note.message.code)).toEqual({
			note_site_without_coordinates: 164,
			note_site_outside_territory: 15_208
		});
		// A library of Les Deux Alpes is placed in Le Bourg-d’Oisans, 9 km away.
		expect(
			notes
				.filter(({ message }) => message.code === 'note_site_far_from_commune')
				.map(({ message }) => message.params.commune)
		).toContain('Les Deux Alpes');
	});
});
