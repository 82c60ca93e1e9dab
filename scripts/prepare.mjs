// Run by npm at the end of `npm ci`: everything generated that the command line and the app need.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, stampDependencies } from './deps.mjs';
import { generate } from './generate.mjs';

// Installed as somebody's dependency, or from an archive without sources: nothing to generate.
if (existsSync(join(root, 'project.inlang', 'settings.json'))) {
	await generate();
	stampDependencies();
}
