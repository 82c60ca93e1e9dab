/** A job that the page gave its worker, in milliseconds since navigation. */
export interface WatchedJob {
	readonly job: string;
	readonly sent: number;
	/** When its answer reached the page; null until then, and for one that was given up. */
	answered: number | null;
	/** The frame after that: what the answer changes is on the screen. */
	shown: number | null;
}

declare global {
	interface Window {
		benchJobs: WatchedJob[];
		/** Jobs that are neither answered nor given up, and answers not shown. */
		benchWaiting: () => number;
		/** Times of the keys, clicks and releases of the mouse. */
		benchInputs: number[];
	}
}

/** Runs in the page before anything of it: notes each job given to a worker, its answer, and the frame that shows it. */
function watchJobs(): void {
	window.benchJobs = [];
	window.benchInputs = [];
	for (const type of ['keydown', 'click', 'mouseup']) {
		window.addEventListener(type, ({ timeStamp }) => window.benchInputs.push(timeStamp), { capture: true });
	}
	const byId = new Map<number, WatchedJob>();
	let toShow = 0;
	window.benchWaiting = () => byId.size + toShow;
	const known = new WeakSet<Worker>();
	const post = Worker.prototype.postMessage;
	const shown = (job: WatchedJob) => {
		toShow += 1;
		requestAnimationFrame(() => {
			// Past the frame's own callbacks and its painting.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				job.shown = performance.now();
				toShow -= 1;
			};
			port2.postMessage(null);
		});
	};
	Worker.prototype.postMessage = function (this: Worker, message: unknown, ...others: unknown[]) {
		if (!known.has(this)) {
			known.add(this);
			this.addEventListener('message', ({ data }: MessageEvent<{ type: string; id: number }>) => {
				const job = byId.get(data.id);
				if (job === undefined || data.type === 'progress') return;
				byId.delete(data.id);
				if (data.type !== 'done') return;
				job.answered = performance.now();
				shown(job);
			});
		}
		const { type, id, job: name, request } = message as { type: string; id: number; job: string; request: unknown };
		// Each modification alone, or several scenarios side by side: not the comparison that the results tell.
		const isOfSeveral = name === 'compare' && (request as { scenarios: readonly string[] }).scenarios.length > 1;
		const job = isOfSeveral ? 'compareAlone' : name;
		if (type === 'run') {
			const watched: WatchedJob = { job, sent: performance.now(), answered: null, shown: null };
			byId.set(id, watched);
			window.benchJobs.push(watched);
		} else if (type === 'cancel') {
			byId.delete(id);
		}
		return post.apply(this, [message, ...others] as Parameters<Worker['postMessage']>);
	};
}

/** To be evaluated in a page before anything else, after the probe of the app's benchmark. */
export const WATCH_SCRIPT = `(${watchJobs.toString()})();`;
