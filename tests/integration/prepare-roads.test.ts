import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '#domain/geometry.ts';
import { MODES } from '#domain/travel.ts';
import { hierarchyFile, roadGraphFile } from '#io/territory-folder/files.ts';
import { decodeRoadGraph } from '#core/roads/graph-file.ts';
import { decodeHierarchy } from '#core/travel/hierarchy/hierarchy-file.ts';
import { prepareRoads } from '#workers/jobs/prepare/roads.ts';
import { wholeBuffer } from '#workers/jobs/travel/mode-roads.ts';
import { fileSource } from '../../src/cli/file-source.ts';

const ROADS = join(import.meta.dirname, '../../data/demo/raw/routes_fictif.osm.pbf');
const EVERYWHERE: Bounds = [-180, -85, 180, 85];

/** The steps told, in words; `on` hears each of them. */
function told(on: (step: string) => void = () => {}) {
	const steps: string[] = [];
	const tell = (step: string) => {
		steps.push(step);
		on(step);
	};
	return {
		steps,
		onProgress: () => {},
		onGraph: (mode: string) => tell(`graph ${mode}`),
		onContraction: (mode: string) => tell(`contraction ${mode}`)
	};
}

describe('the roads of a territory', { timeout: 120_000 }, () => {
	it('are kept as a graph of each mode and its hierarchy, each told as a step', async () => {
		const steps = told();
		const { files } = await prepareRoads(await fileSource(ROADS), EVERYWHERE, steps);
		expect(steps.steps).toEqual(MODES.flatMap((mode) => [`graph ${mode}`, `contraction ${mode}`]));
		const kept = (path: string) => wholeBuffer(files.get(path) ?? new Uint8Array());
		for (const mode of MODES) {
			const { search } = decodeRoadGraph(kept(roadGraphFile(mode)));
			expect(decodeHierarchy(kept(hierarchyFile(mode)), search)?.nodeCount).toBe(search.nodeCount);
		}
	});

	it('are left when told to, between graphs and while one is contracted', async () => {
		for (const last of ['graph bike', 'contraction car']) {
			const abort = new AbortController();
			const steps = told((step) => {
				if (step === last) abort.abort(new Error('enough'));
			});
			const prepared = prepareRoads(await fileSource(ROADS), EVERYWHERE, { ...steps, signal: abort.signal });
			await expect(prepared).rejects.toThrow('enough');
			expect(steps.steps.at(-1)).toBe(last === 'graph bike' ? 'contraction bike' : last);
		}
	});

	it('hear a cancel that comes as a message, in the midst of a contraction', async () => {
		const abort = new AbortController();
		let shares = 0;
		const steps = told((step) => {
			if (step === 'contraction car') setTimeout(() => abort.abort(new Error('enough')), 60);
		});
		const onProgress = () => {
			if (steps.steps.at(-1) === 'contraction car') shares++;
		};
		await expect(
			prepareRoads(await fileSource(ROADS), EVERYWHERE, { ...steps, onProgress, signal: abort.signal })
		).rejects.toThrow('enough');
		expect(steps.steps).toEqual(['graph car', 'contraction car']);
		expect(shares).toBeGreaterThan(0);
	});
});
