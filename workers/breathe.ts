/** Work done before a worker hears its messages: short for who cancels, long beside what a turn of the loop takes. */
const BREATH_MS = 50;

/**
 * A pause for long work to await between its steps, so that a worker hears a cancel meanwhile. Most calls wait for nothing: a turn of
 * the event loop is taken every so many milliseconds.
 */
export function breather(): () => Promise<void> {
	let last = performance.now();
	return async () => {
		if (performance.now() - last < BREATH_MS) return;
		await new Promise<void>((resume) => setTimeout(resume));
		last = performance.now();
	};
}
