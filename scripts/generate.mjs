// What is generated and never committed: messages, the sweep kernel, the demo territory, the national list of communes, SvelteKit's types.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildKernel } from './build-kernel.mjs';
import { root } from './deps.mjs';
import { messageCompilation } from './messages.mjs';
import { runTool } from './run.mjs';

const messages = join(root, 'src', 'lib', 'i18n', 'messages');
const compiled = join(root, 'src', 'lib', 'i18n', 'paraglide');

/** Compiles the messages of every language into typed functions. */
export async function generateMessages() {
	const { compile } = await import('@inlang/paraglide-js');
	// The compiler reports on standard output, which belongs to the result of the command being run.
	const write = process.stdout.write;
	process.stdout.write = process.stderr.write.bind(process.stderr);
	try {
		await compile({ ...messageCompilation, project: join(root, 'project.inlang'), outdir: compiled });
	} finally {
		process.stdout.write = write;
	}
}

/** True when a message file is newer than the compiled messages, or nothing is compiled. */
export function messagesStale() {
	const runtime = join(compiled, 'runtime.js');
	if (!existsSync(runtime)) return true;
	const built = statSync(runtime).mtimeMs;
	return readdirSync(messages, { recursive: true }).some(
		(name) => statSync(join(messages, String(name))).mtimeMs > built
	);
}

/** What the demo territory is prepared from and by. */
const demoSources = ['data/demo/raw', 'data/calendars', 'data/reference', 'workers', 'src/lib/io', 'src/lib/domain'];

/** True when static/demo is missing, or something that it is made from is newer. */
export function demoStale() {
	const index = statSync(join(root, 'static', 'demo', 'files.json'), { throwIfNoEntry: false });
	if (index === undefined) return true;
	return demoSources.some((folder) =>
		readdirSync(join(root, folder), { recursive: true }).some(
			(name) => statSync(join(root, folder, String(name))).mtimeMs > index.mtimeMs
		)
	);
}

/** Prepares the demo territory if it is stale, in a process of its own: the sources are TypeScript. */
export async function buildDemo() {
	if (!demoStale()) return;
	const code = await runTool('tsx', [join(root, 'scripts', 'build-demo.ts')]);
	if (code !== 0) throw new Error('Le territoire de démonstration n’a pas pu être préparé.');
}

/** What the national list of communes is sliced from and by. */
const adminSources = [
	'node_modules/@etalab/decoupage-administratif/package.json',
	'scripts/build-admin-slices.ts',
	'src/lib/io/communes/admin-division.ts',
	'src/lib/io/communes/admin-index.ts',
	'src/lib/io/communes/admin-slice.ts'
];

/** Slices the national list of communes where that is missing, or something that it is made by is newer. */
export async function buildAdmin() {
	const index = statSync(join(root, 'static', 'admin', 'index.json'), { throwIfNoEntry: false });
	if (index !== undefined && adminSources.every((path) => statSync(join(root, path)).mtimeMs <= index.mtimeMs)) return;
	const code = await runTool('tsx', [join(root, 'scripts', 'build-admin-slices.ts')]);
	if (code !== 0) throw new Error('Le découpage administratif n’a pas pu être préparé.');
}

export async function generate() {
	await generateMessages();
	await buildKernel();
	await buildDemo();
	await buildAdmin();
	await runTool('svelte-kit', ['sync']);
}
