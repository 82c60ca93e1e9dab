// `npm run bench` runs every benchmark of tests/bench; `npm run bench -- travel` one of them. Each is a folder with a main.ts.
// Benchmarks report, they never pass or fail.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './deps.mjs';

ensureDependencies();
const { runTool } = await import('./run.mjs');
const { generateMessages, messagesStale } = await import('./generate.mjs');

const folder = join(root, 'tests', 'bench');
const known = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'main.ts')));
const [asked, ...rest] = process.argv.slice(2);
if (asked !== undefined && !known.includes(asked)) {
	console.error(`Pas de mesure « ${asked} ». Mesures : ${known.join(', ')}.`);
	process.exit(2);
}
if (messagesStale()) await generateMessages();
for (const name of asked === undefined ? known : [asked]) {
	console.log(`\n── ${name}`);
	// --expose-gc: memory is measured after a collection, not between two.
	const code = await runTool('tsx', ['--expose-gc', join('tests', 'bench', name, 'main.ts'), ...rest]);
	if (code !== 0) process.exitCode = code;
}
