// Compiles the sweep kernel (AssemblyScript) to WebAssembly, once for a worker's own memory and once for shared memory, and
// writes both as text into a module that is never committed. Without the compiler that module holds null, and the kernel's
// twin in TypeScript serves, slower.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './deps.mjs';

const folder = join(root, 'workers', 'core', 'travel', 'sweep');
const source = join(folder, 'kernel.as.ts');
const target = join(folder, 'kernel.generated.ts');
const options = [
	'--runtime',
	'stub',
	'-O3',
	'--noAssert',
	'--enable',
	'simd',
	'--importMemory',
	'--initialMemory',
	'0'
];
/** The maximum is that of Arena.shared. */
const sharedOptions = [...options, '--enable', 'threads', '--sharedMemory', '--maximumMemory', '32768'];

/** True when the kernel was never built, or its source or this script changed since. */
export function kernelStale() {
	if (!existsSync(target)) return true;
	const built = statSync(target).mtimeMs;
	return [source, fileURLToPath(import.meta.url)].some((file) => statSync(file).mtimeMs > built);
}

/** Builds the kernel if it is stale. */
export async function buildKernel() {
	if (!kernelStale()) return;
	try {
		write([await compile(options), await compile(sharedOptions)]);
	} catch (error) {
		console.error(`Noyau de calcul : sans WebAssembly, plus lent (${error instanceof Error ? error.message : error})`);
		write([null, null]);
	}
}

/** @returns {Promise<string>} the WebAssembly, as base64 */
async function compile(flags) {
	const { default: asc } = await import('assemblyscript/asc');
	let binary = null;
	const { error, stderr } = await asc.main(
		['kernel.as.ts', '--baseDir', folder, '--outFile', 'kernel.wasm', ...flags],
		{
			writeFile: (_name, contents) => {
				binary = contents;
			}
		}
	);
	if (error || binary === null) throw new Error(`${error?.message ?? 'no output'} ${stderr}`);
	return Buffer.from(binary).toString('base64');
}

function write([own, shared]) {
	const text = (value) => (value === null ? 'null' : `'${value}'`);
	writeFileSync(
		target,
		'// Made from kernel.as.ts by scripts/build-kernel.mjs: WebAssembly as base64, null where it could not be compiled.\n' +
			`export const OWN_MEMORY_KERNEL: string | null =\n\t${text(own)};\n` +
			`export const SHARED_MEMORY_KERNEL: string | null =\n\t${text(shared)};\n`
	);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernel();
