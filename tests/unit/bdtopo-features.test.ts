import { describe, expect, it } from 'vitest';
import { readBdTopoRoads } from '#io/roads/bdtopo-roads.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { collection, MEETING, section } from '../fixtures/bdtopo-sections.ts';
import { failure } from '../fixtures/failure.ts';

const read = (text: string) => readBdTopoRoads(bytesSource('troncons.geojson', new TextEncoder().encode(text)));

describe('files that are no such collection, or are damaged', () => {
	const text = collection(MEETING, { name: 'troncon_de_route', bbox: [5, 43, 6, 44] });

	it('say at which byte and feature a file is cut', async () => {
		const cutAt = text.indexOf('5.41');
		expect((await failure(read(text.slice(0, cutAt)))).detail).toEqual({
			code: 'error_geojson_truncated',
			params: { byte: new TextEncoder().encode(text.slice(0, cutAt)).length, feature: 2 }
		});
		for (let end = 0; end < text.length; end += 7) {
			expect((await failure(read(text.slice(0, end)))).detail.code).toMatch(/^error_geojson_/);
		}
	});

	it('say at which byte and feature the JSON is wrong', async () => {
		const second = text.indexOf('{"type":"Feature"', text.indexOf('{"type":"Feature"') + 1);
		const before = new TextEncoder().encode(text.slice(0, second)).length;
		const unquoted = `${text.slice(0, second)}{"type":Feature"${text.slice(second + '{"type":"Feature"'.length)}`;
		expect((await failure(read(unquoted))).detail.code).toMatch(/^error_geojson_(syntax|truncated)$/);
		const badNumber = text.slice(0, second) + text.slice(second).replace('5.41', '5..41');
		expect((await failure(read(badNumber))).detail).toEqual({
			code: 'error_geojson_syntax',
			params: { byte: before, feature: 2 }
		});
		for (const separators of [
			text.replace('},{"type":"Feature"', '} {"type":"Feature"'),
			text.replace(/\]\}$/, ',]}')
		]) {
			expect((await failure(read(separators))).detail).toMatchObject({ code: 'error_geojson_syntax' });
		}
	});

	it('read the same however the stream is cut, with spaces, escapes and a byte order mark', async () => {
		const odd = section(
			[
				[5, 43],
				[5.1, 43]
			],
			{ nature: 'Sentier "}]{[" \\ é' }
		);
		const pretty = `\ufeff${JSON.stringify({ note: { features: [1] }, type: 'FeatureCollection', features: [...MEETING, odd] }, null, 2)}\n`;
		const bytes = new TextEncoder().encode(pretty);
		const whole = await readBdTopoRoads(bytesSource('t.geojson', bytes));
		expect(whole.value.tagSets[1].nature).toBe('Sentier "}]{[" \\ é');
		const trickle = {
			...bytesSource('t.geojson', bytes),
			async *stream() {
				for (const byte of bytes) yield Uint8Array.of(byte);
			}
		};
		expect(await readBdTopoRoads(trickle)).toEqual(whole);
	});

	it('name a JSON that is no collection, has no feature, or lacks what travel times need', async () => {
		expect((await failure(read('{"type":"Topology"}'))).detail.code).toBe('error_geojson_not_collection');
		expect((await failure(read('[1,2]'))).detail.code).toBe('error_geojson_not_collection');
		expect((await failure(read(collection([])))).detail.code).toBe('error_bdtopo_no_section');
		const others = MEETING.map((feature) => ({ ...feature, properties: { nature: 'x', sens_de_circulation: 'y' } }));
		expect((await failure(read(collection(others)))).detail).toEqual({
			code: 'error_bdtopo_property',
			params: { property: 'vitesse_moyenne_vl' }
		});
		expect((await failure(read(collection([section([[5, 43]])])))).detail.code).toBe('error_bdtopo_no_usable_road');
	});

	it('are not led astray by a property named __proto__', async () => {
		const hostile = text.replace('"properties":{', '"properties":{"__proto__":{"polluted":"yes"},');
		const { value } = await read(hostile);
		expect(value.wayTagSet).toHaveLength(3);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(value.tagSets[0].polluted).toBeUndefined();
	});
});
