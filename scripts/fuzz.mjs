// `npm run fuzz -- 5000 --seed other --only sites`: harmed copies of sound files, by the thousand, for every importer. See tests/fuzz/main.ts.
import { join } from 'node:path';
import { ensureDependencies } from './deps.mjs';

ensureDependencies();
const { runTool } = await import('./run.mjs');
const { generateMessages, messagesStale } = await import('./generate.mjs');

if (messagesStale()) await generateMessages();
process.exitCode = await runTool('tsx', [join('tests', 'fuzz', 'main.ts'), ...process.argv.slice(2)]);
