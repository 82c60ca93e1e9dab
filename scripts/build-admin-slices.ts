// Writes static/admin, what the app knows of communes and EPCI, from @etalab/decoupage-administratif: <département>.json, and
// index.json, the names one chooses by. Run by scripts/generate.mjs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { departementOf } from '#domain/units.ts';
import { departementSlice, readAdminDivision } from '#io/communes/admin-division.ts';
import { writeAdminIndex } from '#io/communes/admin-index.ts';
import { writeAdminSlice } from '#io/communes/admin-slice.ts';

const root = join(import.meta.dirname, '..');
const data = join(root, 'node_modules/@etalab/decoupage-administratif/data');
const out = join(root, 'static/admin');

const division = readAdminDivision(readFileSync(join(data, 'communes.json')), readFileSync(join(data, 'epci.json')));
const listed = JSON.parse(readFileSync(join(data, 'departements.json'), 'utf8')) as { code: string; nom: string }[];
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const departements = [...new Set([...division.communes.keys()].map(departementOf))].sort();
for (const departement of departements) {
	writeFileSync(join(out, `${departement}.json`), writeAdminSlice(departementSlice(division, departement)));
}
// Last: its date is that of the whole.
writeFileSync(join(out, 'index.json'), writeAdminIndex(division, new Map(listed.map(({ code, nom }) => [code, nom]))));
console.error(
	`Découpage administratif : ${departements.length} départements, ${division.communes.size} communes, ${division.epcis.size} EPCI`
);
