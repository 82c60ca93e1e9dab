import { readFileSync } from 'node:fs';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { writeBasemap, readBasemap } from '#io/territory-folder/basemap-json.ts';
for (const path of process.argv.slice(2)) {
const bytes = new Uint8Array(readFileSync(path));
const r = await readRoads(bytesSource('p', bytes));
const b = r.basemap; const by: Record<string, number> = {};
for (const x of b.roads) by[x.roadClass] = (by[x.roadClass] ?? 0) + 1;
const kinds: Record<string, number> = {};
for (const p of b.places) kinds[p.kind] = (kinds[p.kind] ?? 0) + 1;
const json = writeBasemap(b);
const a = performance.now(); readBasemap(json, 'x');
console.log(path.split('/').pop(), by, 'vertices', b.roads.reduce((s, x) => s + x.line.length, 0), 'water', b.waterLines.length, b.waterLines.reduce((s, l) => s + l.length, 0), b.waterAreas.length, kinds, 'json', json.length, 'read ms', Math.round(performance.now() - a), r.notes.map((n) => JSON.stringify(n.message)).slice(0, 8).join(' '));
}
