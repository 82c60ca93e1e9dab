// What a browser loads before the first figures, and what the whole build weighs.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..', '..');
export const BUILD = join(root, 'build');
const MANIFEST = join(root, '.svelte-kit', 'output', 'client', '.vite', 'manifest.json');
const LARGEST = 5;

interface Weight {
	readonly name: string;
	readonly bytes: number;
	readonly gzipBytes: number;
}

export interface Bundle {
	/** By kind of file, everything loaded before the first map and figures, workers included. */
	readonly firstView: readonly (Weight & { readonly files: number })[];
	readonly largestScripts: readonly Weight[];
	/** Files of the demo territory that were asked for. */
	readonly demoFiles: readonly Weight[];
	readonly buildBytes: number;
	readonly buildBytesWithoutDemo: number;
}

const KINDS: readonly { readonly name: string; readonly test: (path: string) => boolean }[] = [
	{ name: 'demo territory', test: (path) => path.startsWith('demo/') },
	{ name: 'scripts', test: (path) => path.endsWith('.js') },
	{ name: 'styles', test: (path) => path.endsWith('.css') },
	{ name: 'fonts', test: (path) => path.endsWith('.woff2') },
	{ name: 'other', test: () => true }
];

/** @param paths what was asked for, from the root of the build ('' is the page itself) */
export function bundleOf(paths: Iterable<string>): Bundle {
	const loaded = [...new Set(paths)].map((path) => ({ path, weight: weigh(path || 'index.html') }));
	const kindOf = (path: string) => KINDS.find(({ test }) => test(path))?.name;
	const ofKind = (name: string) => loaded.filter(({ path }) => kindOf(path) === name).map(({ weight }) => weight);
	const heaviest = (kind: string) => ofKind(kind).sort((a, b) => b.bytes - a.bytes);
	const demoBytes = sizeOf(join(BUILD, 'demo'));
	const buildBytes = sizeOf(BUILD);
	return {
		firstView: KINDS.map(({ name }) => ({ ...total(name, ofKind(name)), files: ofKind(name).length })),
		largestScripts: heaviest('scripts').slice(0, LARGEST).map(named),
		demoFiles: heaviest('demo territory'),
		buildBytes,
		buildBytesWithoutDemo: buildBytes - demoBytes
	};
}

function weigh(path: string): Weight {
	const bytes = readFileSync(join(BUILD, path));
	return { name: path, bytes: bytes.length, gzipBytes: gzipSync(bytes).length };
}

function total(name: string, weights: readonly Weight[]): Weight {
	const sum = (of: (weight: Weight) => number) => weights.reduce((all, weight) => all + of(weight), 0);
	return { name, bytes: sum(({ bytes }) => bytes), gzipBytes: sum(({ gzipBytes }) => gzipBytes) };
}

/** A chunk's file has a hash for a name: the bundler's manifest says what it called it. Workers are named by their files. */
function named(weight: Weight): Weight {
	const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string; name?: string }>;
	const name = Object.values(manifest).find(({ file }) => file === weight.name)?.name;
	const file = basename(weight.name);
	return { ...weight, name: name === undefined ? file : `${name} (${file})` };
}

function sizeOf(folder: string): number {
	return readdirSync(folder, { recursive: true })
		.map((name) => statSync(join(folder, String(name))))
		.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}
