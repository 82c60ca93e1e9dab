/** Exit code of a programme that was interrupted, as shells have it. */
const INTERRUPTED = 130;

/**
 * A signal that Ctrl-C aborts, so that what is begun ends cleanly; a second Ctrl-C ends the programme at once. `release` gives Ctrl-C back.
 * @param told once, when it is aborted
 */
export function onInterrupt(told: () => void): { readonly signal: AbortSignal; readonly release: () => void } {
	const abort = new AbortController();
	const heard = () => {
		if (abort.signal.aborted) process.exit(INTERRUPTED);
		abort.abort();
		told();
	};
	process.on('SIGINT', heard);
	return { signal: abort.signal, release: () => void process.off('SIGINT', heard) };
}
