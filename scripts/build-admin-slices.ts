// Writes static/admin/<département>.json, what the app knows of communes and EPCI, from @etalab/decoupage-administratif.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { departementOf } from '#domain/units.ts';
import { departementSlice, readAdminDivision } from '#io/communes/admin-division.ts';
import { writeAdminSlice } from '#io/communes/admin-slice.ts';

const root = join(import.meta.dirname, '..');
const data = join(root, 'node_modules/@etalab/decoupage-administratif/data');
const out = join(root, 'static/admin');

const division = readAdminDivision(readFileSync(join(data, 'communes.json')), readFileSync(join(data, 'epci.json')));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const departements = [...new Set([...division.communes.keys()].map(departementOf))].sort();
for (const departement of departements) {
	writeFileSync(join(out, `${departement}.json`), writeAdminSlice(departementSlice(division, departement)));
}
console.error(
	`static/admin: ${departements.length} départements, ${division.communes.size} communes, ${division.epcis.size} EPCI`
);
