// `npm start`: builds the app, serves it, says where and what the demo territory tells. Options: --port N, --no-build.
import { ensureDependencies, root } from './deps.mjs';

ensureDependencies();
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { generate } = await import('./generate.mjs');
const { runTool } = await import('./run.mjs');
const { serve } = await import('./serve.mjs');

const { values } = parseArgs({
	options: { port: { type: 'string', default: '4173' }, 'no-build': { type: 'boolean', default: false } }
});

if (!values['no-build']) {
	await generate();
	const code = await runTool('vite', ['build', '--logLevel', 'warn']);
	if (code !== 0) process.exit(code);
}

const wanted = Number(values.port);
let served;
try {
	served = await serve(join(root, 'build'), wanted, '/', { isolated: true });
} catch (error) {
	if (error.code !== 'EADDRINUSE') throw error;
	console.error(`Le port ${wanted} est déjà pris : un autre est choisi.`);
	served = await serve(join(root, 'build'), 0, '/', { isolated: true });
}
console.log(`\nMaillage est ouvert à l’adresse ${served.url}  (Ctrl+C pour arrêter)`);

const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../src/cli/main.ts');
console.log('');
await main(['demo']);
