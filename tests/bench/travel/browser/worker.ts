import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { Arena } from '#core/travel/sweep/arena.ts';
import { batchesOfPart, sharedBatches } from '#core/travel/sweep/batches.ts';
import { sweepLayout } from '#core/travel/sweep/layout.ts';
import { loadKernel } from '#core/travel/sweep/load-kernel.ts';
import { ManyToMany } from '#core/travel/sweep/many-to-many.ts';
import { inSharedMemory } from '#core/travel/sweep/shared.ts';
import { placeProgram } from '#core/travel/sweep/sweep.ts';
import { TwinKernel } from '#core/travel/sweep/twin.ts';
import type { Answers, Request } from './messages.ts';

let times: ManyToMany | null = null;

async function answer(request: Request): Promise<Answers[Request['ask']]> {
	if (request.ask === 'contract') {
		const start = performance.now();
		await contractGraph(request.graph);
		return { milliseconds: performance.now() - start };
	}
	if (request.ask === 'prepare') {
		const arena = request.isShared ? Arena.shared() : new Arena();
		const { program, index } = sweepLayout(request.hierarchy, request.cells);
		const placed = placeProgram(program, arena);
		const kernel = loadKernel(arena);
		times = ManyToMany.join(request.hierarchy, index, placed, arena, kernel);
		const shared = { memory: arena.memory, index: inSharedMemory(index), program: placed };
		return { shared: request.isShared ? shared : null, isWasm: !(kernel instanceof TwinKernel) };
	}
	if (request.ask === 'join') {
		const { memory, index, program } = request.shared;
		times = ManyToMany.join(request.hierarchy, index, program, new Arena(memory));
		return null;
	}
	if (times === null) throw new Error('Nothing prepared');
	const { share, sites, limit } = request;
	const batches = 'counter' in share ? sharedBatches(share.counter) : batchesOfPart(share.part, share.parts);
	return times.nearest({ sources: { attachments: sites }, limit, batches }, 1);
}

onmessage = async ({ data }: MessageEvent<Request>) => postMessage(await answer(data));
