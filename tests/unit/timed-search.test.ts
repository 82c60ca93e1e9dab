import { describe, expect, it } from 'vitest';
import type { JobHandlers } from '#workers/protocol.ts';
import { timedSearch } from '#workers/timed-search.ts';
import type { WorkerLike } from '#workers/worker-client.ts';
import { servedHere } from '../served-workers.ts';

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		search: Job<{ readonly told: readonly string[]; readonly ends: boolean }, string>;
	}
}

const handlers: JobHandlers = {
	search: async ({ told, ends }, { progress, known }) => {
		progress(0.5);
		for (const one of told) known?.(one);
		// As an exact solver: it looks at no signal.
		if (!ends) await new Promise(() => {});
		return { response: 'the end', transfer: [] };
	}
};

function workers() {
	const ended: number[] = [];
	let made = 0;
	const make = (): WorkerLike => {
		const rank = made++;
		const worker = servedHere(handlers);
		return { ...worker, terminate: () => (ended.push(rank), worker.terminate()) };
	};
	return { make, made: () => made, ended };
}

describe('a search in a worker of its own', () => {
	it('answers as the job does, and its worker is gone', async () => {
		const { make, made, ended } = workers();
		const shares: number[] = [];
		const onProgress = (share: number) => shares.push(share);
		const found = await timedSearch(make, 'search', { told: ['first'], ends: true }, 5, { onProgress });
		expect([found, shares, made(), ended]).toEqual(['the end', [0.5], 1, [0]]);
	});

	it('is answered by the best that it told once it is past its time, and its worker is ended', async () => {
		const { make, ended } = workers();
		expect(await timedSearch(make, 'search', { told: ['first', 'better'], ends: false }, 0.01)).toBe('better');
		expect(ended).toEqual([0]);
	});

	it('says so where it is past its time and told nothing', async () => {
		const { make, ended } = workers();
		await expect(timedSearch(make, 'search', { told: [], ends: false }, 0.01)).rejects.toMatchObject({
			detail: { code: 'error_search_overtime', params: { seconds: 0.01 } }
		});
		expect(ended).toEqual([0]);
	});

	it('stops at once when it is cancelled, though the job hears nothing; another runs after', async () => {
		const { make, made, ended } = workers();
		const abort = new AbortController();
		const running = timedSearch(make, 'search', { told: ['first'], ends: false }, 60, {
			signal: abort.signal,
			onProgress: () => abort.abort()
		});
		await expect(running).rejects.toMatchObject({ name: 'AbortError' });
		expect(ended).toEqual([0]);
		expect(await timedSearch(make, 'search', { told: [], ends: true }, 5)).toBe('the end');
		expect([made(), ended]).toEqual([2, [0, 1]]);
	});
});
