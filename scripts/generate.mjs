// What is generated and never committed: messages, the sweep kernel, SvelteKit's types.
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

export async function generate() {
	await generateMessages();
	await buildKernel();
	await runTool('svelte-kit', ['sync']);
}
