import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts: tests of the core need neither Svelte nor the message compiler.
const suite = (name: string, timeout: number) => ({
	extends: true as const,
	test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout }
});

export default defineConfig({
	test: {
		environment: 'node',
		setupFiles: ['tests/seed.ts'],
		maxWorkers: 2,
		// Modules hold no state that a test changes: imported once for all files, not once for each, which took half of the time.
		isolate: false,
		projects: [
			suite('unit', 20_000),
			suite('property', 60_000),
			suite('oracle', 120_000),
			suite('integration', 300_000)
		]
	}
});
