/** Gives the number of the next batch of sources to sweep, from 0; what lies past the last batch is nobody's. */
export type NextBatch = () => number;

/** All batches, for one worker alone. */
export function allBatches(): NextBatch {
	return batchesOfPart(0, 1);
}

/** Every so many batches, for workers that share no memory: `part` counts from 0 to `partCount` − 1. */
export function batchesOfPart(part: number, partCount: number): NextBatch {
	let batch = part - partCount;
	return () => (batch += partCount);
}

/** The batches nobody took yet, for workers that share a counter; it starts at 0, and anew before each sweep. */
export function sharedBatches(counter: Int32Array<SharedArrayBuffer>): NextBatch {
	return () => Atomics.add(counter, 0, 1);
}
