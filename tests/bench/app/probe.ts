/** What the page is asked to count, from before its first script. */
export interface Probe {
	/** `requestAnimationFrame` times, milliseconds since navigation. */
	readonly frames: number[];
	/** Milliseconds spent in the page's own callbacks of the frame before, waits taken off, at the same ranks. */
	readonly scripts: number[];
	/** Tasks over 50 ms, as the browser reports them. */
	readonly longTasks: Span[];
	/**
	 * Calls that last a millisecond and more, of WebGL (a programme linked, a value read back, a full queue) and of a canvas
	 * being made or given another size.
	 */
	readonly waits: Span[];
}

/** Milliseconds, from navigation. */
export interface Span {
	readonly start: number;
	readonly length: number;
}

declare global {
	interface Window {
		benchProbe: Probe;
	}
}

/**
 * Runs in the page, before anything of it: counts frames, what the page's callbacks take in each, long tasks, waits for WebGL;
 * marks `bench:chosen` when a file is chosen.
 */
function installProbe(): void {
	const probe: Probe = { frames: [], scripts: [], longTasks: [], waits: [] };
	window.benchProbe = probe;
	const request = window.requestAnimationFrame.bind(window);
	let spent = 0;
	let isInFrame = false;
	window.requestAnimationFrame = (callback) =>
		request((time) => {
			const start = performance.now();
			isInFrame = true;
			callback(time);
			isInFrame = false;
			spent += performance.now() - start;
		});
	const frame = (time: number) => {
		// Called first in its frame: what was spent is of the frame before.
		probe.frames.push(time);
		probe.scripts.push(spent);
		spent = 0;
		request(frame);
	};
	request(frame);
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			probe.longTasks.push({ start: startTime, length: duration });
	}).observe({ type: 'longtask', buffered: true });
	const timed = (run: () => unknown): unknown => {
		const start = performance.now();
		const answer = run();
		const length = performance.now() - start;
		if (length >= 1) {
			probe.waits.push({ start, length });
			if (isInFrame) spent -= length;
		}
		return answer;
	};
	const watch = (prototype: object, names: readonly string[]) => {
		for (const name of names) {
			const { value, set, ...rest } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
			const watched = (method: (...given: unknown[]) => unknown) =>
				function (this: unknown, ...given: unknown[]) {
					return timed(() => method.apply(this, given));
				};
			if (typeof value === 'function') Object.defineProperty(prototype, name, { ...rest, value: watched(value) });
			else if (set) Object.defineProperty(prototype, name, { ...rest, set: watched(set as () => unknown) });
		}
	};
	watch(HTMLCanvasElement.prototype, ['getContext', 'width', 'height']);
	watch(WebGL2RenderingContext.prototype, Object.keys(WebGL2RenderingContext.prototype));
	document.addEventListener(
		'change',
		({ target }) => {
			if (target instanceof HTMLInputElement && target.type === 'file') performance.mark('bench:chosen');
		},
		{ capture: true }
	);
}

/** To be evaluated in a page before anything else. tsx names inner functions by a helper, `__name`, that a page does not have. */
export const PROBE_SCRIPT = `globalThis.__name = (named) => named; (${installProbe.toString()})();`;
