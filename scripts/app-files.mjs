// What a build is made of, written beside it: the service worker keeps these files, checked by their digests, and no half of them; those of
// the départements, of which a territory needs one or two, once they are asked for.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** As src/lib/io/offline/app-files.ts reads it. */
const LIST = 'app-files.json';
/** The service worker itself is never served from what it keeps. */
const LEFT_OUT = new Set([LIST, 'service-worker.js']);
/** The national list, one département each: its index is kept, so that territories are chosen by name without a network. */
const ON_DEMAND = /^admin\/(?!index\.json$)/;

/** @param {string} folder the build @param {string} version that of the service worker beside */
export function writeAppFiles(folder, version) {
	const all = readdirSync(folder, { recursive: true })
		.map((name) => String(name).split(sep).join('/'))
		.filter((path) => !LEFT_OUT.has(path) && statSync(join(folder, path)).isFile())
		.sort()
		.map((path) => ({
			address: path.replace(/(^|\/)index\.html$/, '$1'),
			sha256: createHash('sha256')
				.update(readFileSync(join(folder, path)))
				.digest('hex')
		}));
	const files = all.filter(({ address }) => !ON_DEMAND.test(address));
	const onDemand = all.filter(({ address }) => ON_DEMAND.test(address));
	writeFileSync(join(folder, LIST), `${JSON.stringify({ version, files, onDemand }, null, '\t')}\n`);
}

/**
 * The adapter, then the list of what it wrote.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} folder where it writes
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withAppFiles(adapter, folder) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			writeAppFiles(folder, builder.config.kit.version.name);
		}
	};
}
