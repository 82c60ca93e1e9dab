import { defineConfig } from '@playwright/test';

const port = Number(process.env.MAILLAGE_TEST_PORT ?? 4319);

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	// Two cores, and pages that compute: one at a time tells the truth.
	workers: 1,
	timeout: 60_000,
	forbidOnly: true,
	// On a loaded machine a browser may stall once: what passes at its second run is told apart, never silent.
	retries: 1,
	use: {
		baseURL: `http://127.0.0.1:${port}/maillage/`,
		locale: 'fr-FR',
		// Keeping the whole app for later, in each test, would slow them all: offline.e2e.ts tries it.
		serviceWorkers: 'block',
		launchOptions: {
			...(process.env.MAILLAGE_CHROMIUM ? { executablePath: process.env.MAILLAGE_CHROMIUM } : {}),
			args: [
				'--no-sandbox',
				// WebGL without a graphics card.
				'--use-angle=swiftshader',
				'--enable-unsafe-swiftshader',
				// Debian's has it on: without a graphics card, the page itself would be painted and put together through it.
				'--disable-gpu-rasterization',
				'--disable-gpu-compositing',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	projects: [
		// What a narrow window alone does is tried there.
		{ name: 'laptop', use: { viewport: { width: 1440, height: 900 } }, grepInvert: /@narrow/ },
		{
			name: 'phone',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true },
			// What a narrow window changes nothing of: whole files, and tests of others that say so.
			grepInvert: /@wide/,
			testIgnore:
				/(accessible|follow-up|hostile-names|hours-proposed|import|lost-context|method|offline|own-territory|project|scenario-kept|search|tour)\.e2e\.ts$/
		}
	],
	webServer: {
		// Served from a sub-path, as many static hosts do.
		command: `node scripts/serve.mjs build ${port} /maillage/`,
		url: `http://127.0.0.1:${port}/maillage/`,
		reuseExistingServer: false
	}
});
