import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import { parseInseeCode } from '#domain/units.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { bytes, communes, members } from '../demo-raw.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';

/** The national lists, whose package's `require` is broken: read as files. */
function nationalList<T>(name: string): T[] {
	const entry = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json');
	return JSON.parse(readFileSync(join(dirname(entry), 'data', name), 'utf8'));
}

const letters = (name: string) =>
	name
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();

describe('the communes', () => {
	it('are fifty members and a margin, of codes that are well formed and of no département', () => {
		expect(members).toHaveLength(50);
		expect(communes.length).toBeGreaterThan(70);
		const codes = communes.map(({ properties }) => properties.code);
		expect(new Set(codes).size).toBe(communes.length);
		expect(codes.every((code) => parseInseeCode(code) === code && code.startsWith('96'))).toBe(true);
		const real = nationalList<{ code: string; departement?: string }>('communes.json');
		expect(real.some(({ code }) => code.startsWith('96'))).toBe(false);
	});

	it('bear names of no commune of France, past or present, whatever accents and hyphens', () => {
		const real = new Set(nationalList<{ nom: string }>('communes.json').map(({ nom }) => letters(nom)));
		expect(real.size).toBeGreaterThan(30_000);
		expect(communes.map(({ properties }) => properties.nom).filter((name) => real.has(letters(name)))).toEqual([]);
		expect(new Set(communes.map(({ properties }) => letters(properties.nom))).size).toBe(communes.length);
	});

	it('belong to EPCI that exist nowhere, under sound SIREN', () => {
		const real = new Set(nationalList<{ code: string }>('epci.json').map(({ code }) => code));
		for (const { properties } of communes) {
			expect(real.has(properties.code_epci)).toBe(false);
			expect(properties.nom_epci).toContain('fictif');
			for (const siren of [properties.code_epci, properties.siren]) expect(luhn(siren), siren).toBe(0);
		}
	});

	it('tile the ground: inside, every border is drawn once each way; around, one ring holds the sum of the areas', () => {
		const sides = new Map<string, number>();
		for (const { geometry } of communes) {
			expect(geometry.type).toBe('Polygon');
			const [ring, ...holes] = geometry.coordinates;
			expect(holes).toEqual([]);
			expect(area(ring)).toBeGreaterThan(0);
			for (let i = 1; i < ring.length; i++) {
				const side = `${ring[i - 1].join(' ')}|${ring[i].join(' ')}`;
				sides.set(side, (sides.get(side) ?? 0) + 1);
			}
		}
		expect([...sides.values()].every((times) => times === 1)).toBe(true);
		const outer = [...sides.keys()].filter((side) => !sides.has(side.split('|').reverse().join('|')));
		const next = new Map(outer.map((side) => side.split('|') as [string, string]));
		expect(next.size).toBe(outer.length);
		const around: LonLat[] = [];
		let at = outer[0].split('|')[0];
		for (let k = 0; k <= outer.length; k++) {
			const [lon, lat] = at.split(' ').map(Number);
			around.push([lon, lat]);
			at = next.get(at) ?? '';
		}
		expect(around[0]).toEqual(around[outer.length]);
		const total = communes.reduce((sum, { geometry }) => sum + area(geometry.coordinates[0]), 0);
		expect(area(around) / total).toBeCloseTo(1, 9);
	});

	it('have no border that crosses another', () => {
		const sides = new Map<string, [LonLat, LonLat]>();
		for (const { geometry } of communes) {
			const [ring] = geometry.coordinates;
			for (let i = 1; i < ring.length; i++) {
				const [p, q] = [ring[i - 1], ring[i]].toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
				sides.set(`${p.join(' ')}|${q.join(' ')}`, [p, q]);
			}
		}
		const sorted = [...sides.values()].toSorted((a, b) => a[0][0] - b[0][0]);
		const crossings: string[] = [];
		sorted.forEach(([a, b], i) => {
			for (let j = i + 1; j < sorted.length && sorted[j][0][0] <= b[0]; j++) {
				const [c, d] = sorted[j];
				if ([a, b].some((p) => same(p, c) || same(p, d))) continue;
				if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0)
					crossings.push(`${a.join(' ')} × ${c.join(' ')}`);
			}
		});
		expect(crossings).toEqual([]);
	});

	it('are imported whole, with their town halls and EPCI', async () => {
		const { value, rejected } = await importCommunes(bytes('communes_fictif.geojson'), 'communes_fictif.geojson', {
			loadSqlJs
		});
		expect(rejected).toEqual([]);
		expect(value).toHaveLength(communes.length);
		expect(value.every(({ centre, epciCode, municipalPopulation }) => centre && epciCode && municipalPopulation)).toBe(
			true
		);
		expect(value.filter(({ epciCode }) => epciCode === members[0].properties.code_epci)).toHaveLength(50);
	});
});

function luhn(siren: string): number {
	const sum = [...siren].reduce((total, digit, i) => {
		const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10;
}

/** Twice the area of a ring, in squared degrees from its first point; positive when anticlockwise. */
function area(ring: readonly LonLat[]): number {
	const [x, y] = ring[0];
	return ring.reduce((sum, [lon, lat], i) => {
		const [nextLon, nextLat] = ring[(i + 1) % ring.length];
		return sum + (lon - x) * (nextLat - y) - (nextLon - x) * (lat - y);
	}, 0);
}

function turn(a: LonLat, b: LonLat, c: LonLat): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function same(p: LonLat, q: LonLat): boolean {
	return p[0] === q[0] && p[1] === q[1];
}
