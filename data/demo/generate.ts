import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { summary } from './generator/summary.ts';
import { makeTerritory } from './generator/territory.ts';

// Writes data/demo/raw: `npx tsx data/demo/generate.ts`, or with a folder to write elsewhere.
const folder = process.argv[2] ?? join(import.meta.dirname, 'raw');
const demo = makeTerritory();
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of demo.files) writeFileSync(join(folder, name), bytes);
process.stdout.write(summary(demo));
