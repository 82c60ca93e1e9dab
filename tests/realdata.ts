import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = process.env.MAILLAGE_REALDATA ?? resolve(import.meta.dirname, '../../shared/realdata');

/** Path of a real data file (see README, "Real data in tests"), or null where the data is absent: the test then says it is skipped. */
export function realData(path: string): string | null {
	const full = resolve(root, path);
	if (existsSync(full)) return full;
	console.error(`skipped: no real data (${path})`);
	return null;
}
