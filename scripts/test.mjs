// `npm test`: everything, in the order in which a failure is cheapest to learn. Ends with "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies } from './deps.mjs';

ensureDependencies();
const { runTool } = await import('./run.mjs');
const { generate } = await import('./generate.mjs');
const { findChromium } = await import('./chromium.mjs');

const reports = mkdtempSync(join(tmpdir(), 'maillage-test-'));
const count = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/** A step that passes or fails as a whole. */
async function step(title, run) {
	console.log(`\n── ${title}`);
	let ok = false;
	try {
		ok = (await run()) === 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
	}
	count[ok ? 'passed' : 'failed'] += 1;
	return ok;
}

/** Adds a runner's own counts, read from its JSON report; a report that is missing is one failure. */
function addReport(file, read) {
	try {
		const { passed, failed, skipped, flaky = 0 } = read(JSON.parse(readFileSync(join(reports, file), 'utf8')));
		count.passed += passed;
		count.failed += failed;
		count.skipped += skipped;
		count.flaky += flaky;
		return passed + failed > 0;
	} catch {
		return false;
	}
}

async function vitest() {
	const code = await runTool('vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${join(reports, 'vitest.json')}`
	]);
	const ran = addReport('vitest.json', (r) => ({
		passed: r.numPassedTests,
		failed: r.numFailedTests,
		skipped: r.numPendingTests + r.numTodoTests
	}));
	return ran ? code : 1;
}

async function playwright() {
	const chromium = await findChromium();
	const code = await runTool('playwright', ['test', '--reporter=list,json'], {
		env: { MAILLAGE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') }
	});
	const ran = addReport('playwright.json', (r) => ({
		passed: r.stats.expected + r.stats.flaky,
		failed: r.stats.unexpected,
		skipped: r.stats.skipped,
		flaky: r.stats.flaky
	}));
	return ran ? code : 1;
}

await step('Generated sources', async () => {
	await generate();
	return 0;
});
await step('Types (svelte-check)', () =>
	runTool('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
);
await step('Lint (eslint)', () => runTool('eslint', ['.']));
await step('Format (prettier)', () => runTool('prettier', ['--check', '--log-level', 'warn', '.']));
await step('Import rules (dependency-cruiser)', () =>
	runTool('depcruise', ['--config', '.dependency-cruiser.cjs', 'src', 'workers'])
);
await step('Unit, property, oracle and integration tests (vitest)', vitest);
const built = await step('Build', () => runTool('vite', ['build', '--logLevel', 'warn']));
if (built) await step('End-to-end tests (playwright)', playwright);

rmSync(reports, { recursive: true, force: true });
// What passed at its second run alone is told by name above, and counted here: it is to be mended.
const others = ['skipped', 'flaky'].filter((kind) => count[kind] > 0).map((kind) => `, ${count[kind]} ${kind}`);
console.log(`\n${count.passed} passed, ${count.failed} failed${others.join('')}`);
process.exit(count.failed === 0 ? 0 : 1);
