import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { readOsmXml } from '#io/roads/osm-xml.ts';
import { failure } from '../fixtures/failure.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { joined, writePbf, writeXml } from '../fixtures/osm-writer.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const readText = (text: string, options = {}) => readOsmXml(bytesSource('extrait.osm', encode(text)), options);
const readBytes = (bytes: Uint8Array) => readOsmXml(bytesSource('extrait.osm.gz', bytes));
const xml = writeXml(crossroads());

describe('roads of OSM XML', () => {
	it('are those of the same data in PBF, note for note, to the last bit of the coordinates', async () => {
		const fromPbf = await readOsmPbf(bytesSource('extrait.osm', writePbf(crossroads())));
		expect(await readText(xml)).toEqual(fromPbf);
		const bounds = [2.4995, 50.6975, 2.5005, 50.6985] as const;
		const clipped = await readOsmPbf(bytesSource('extrait.osm', writePbf(crossroads())), { bounds });
		expect(await readText(xml, { bounds })).toEqual(clipped);
	});

	it('are the same from a gzip file, of one member or several, however the stream is cut', async () => {
		const expected = (await readText(xml)).value;
		expect((await readBytes(gzipSync(encode(xml)))).value).toEqual(expected);
		const halves = [xml.slice(0, 900), xml.slice(900)].map((half) => gzipSync(encode(half)));
		expect((await readBytes(joined(halves))).value).toEqual(expected);
		const bytes = gzipSync(encode(xml));
		const trickle = {
			...bytesSource('extrait.osm.gz', bytes),
			async *stream() {
				for (let at = 0; at < bytes.length; at += 3) yield bytes.slice(at, at + 3);
			}
		};
		expect((await readOsmXml(trickle)).value).toEqual(expected);
	});

	it('leave out what the file says is deleted', async () => {
		const deleted = xml
			.replace('<way id="12">', '<way id="12" visible="false">')
			.replace('<way id="13">', '<way id="13" action="delete">');
		expect((await readText(deleted)).value.wayTagSet).toHaveLength(3);
	});

	it('take a node without readable coordinates for a missing one, never for 0° 0°', async () => {
		const blank = xml.replace(/(<node id="2") lon="[^"]*"/, '$1 lon=""');
		expect((await readText(blank)).rejected.map((row) => row.cells.way)).toEqual(['10']);
	});

	it('tell the date of the data and the remark of the server', async () => {
		const withMeta = writeXml(crossroads()).replace(
			/(<osm [^>]*>)/,
			'$1<meta osm_base="2026-02-03T04:05:06Z"/><remark>runtime error: Query timed out</remark>'
		);
		const { source, notes } = await readText(withMeta);
		expect(source.vintage).toBe('2026-02-03');
		expect(notes[0].message).toEqual({ code: 'note_osm_remark', params: { remark: 'runtime error: Query timed out' } });
	});
});

describe('files that are no OSM XML, or are damaged', () => {
	it('say where the text stops making sense', async () => {
		expect((await failure(readText(xml.slice(0, 700)))).detail).toMatchObject({ code: 'error_osm_xml_truncated' });
		const unclosed = await failure(readText('<?xml version="1.0"?>\n<osm>\n<node id="1"></way></osm>'));
		expect(unclosed.detail).toMatchObject({ code: 'error_osm_xml_syntax', params: { line: 3 } });
		expect((await failure(readText(''))).detail).toMatchObject({ code: 'error_osm_xml_truncated' });
	});

	it('name another kind of XML, and text that is not UTF-8', async () => {
		expect((await failure(readText('<html><body/></html>'))).detail).toEqual({
			code: 'error_osm_xml_root',
			params: { read: 'html' }
		});
		expect((await failure(readText('<osmChange version="0.6"/>'))).detail).toMatchObject({
			code: 'error_osm_xml_root'
		});
		const latin = joined([encode('<osm><node id="1" user="'), Uint8Array.of(0xe9), encode('"/></osm>')]);
		expect((await failure(readBytes(latin))).detail).toMatchObject({ code: 'error_osm_xml_encoding' });
	});

	it('do not expand entities, nor keep a text without end', async () => {
		const laughs = '<!DOCTYPE osm [<!ENTITY a "aaaa">]><osm><node id="1" user="&a;&a;"/></osm>';
		expect((await failure(readText(laughs))).detail).toMatchObject({ code: 'error_osm_xml_syntax' });
		expect((await failure(readText(`<osm><!--${'x'.repeat(17 * 1024 * 1024)}`))).detail).toMatchObject({
			code: 'error_osm_xml_syntax'
		});
	});

	it('tell a gzip file that is cut or altered', async () => {
		const bytes = gzipSync(encode(xml));
		for (const end of [20, bytes.length >> 1, bytes.length - 4]) {
			expect((await failure(readBytes(bytes.slice(0, end)))).detail).toMatchObject({ code: 'error_gzip_corrupt' });
		}
		const wrongChecksum = bytes.slice();
		wrongChecksum[bytes.length - 8] ^= 1;
		expect((await failure(readBytes(wrongChecksum))).detail).toMatchObject({ code: 'error_gzip_corrupt' });
	});

	it('stop a gzip file that opens to far more than a text would', async () => {
		const bomb = gzipSync(encode(`<osm>${'<node/>'.repeat(2_000_000)}</osm>`), { level: 9 });
		expect((await failure(readBytes(bomb))).detail).toMatchObject({ code: 'error_gzip_bomb' });
	});
});
