/** What a long job tells as it goes. */
export interface Progress {
	/** A step begins; ends the one before. */
	step(title: string): void;
	/** Share of the step done, 0 … 1. */
	share(done: number): void;
	/** Ends the last step and clears the line. */
	end(): void;
}

const BAR = 24;
const INTERVAL_MS = 100;

/** A bar with the time left on a terminal; nothing when standard error is a file or a pipe. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
	if (!stream.isTTY) return { step() {}, share() {}, end() {} };
	let title = '';
	let started = 0;
	let drawn = 0;
	const draw = (text: string) => stream.write(`\r\x1b[2K${text}`);
	return {
		step(next) {
			title = next;
			started = performance.now();
			drawn = 0;
			draw(title);
		},
		share(done) {
			const now = performance.now();
			if (now - drawn < INTERVAL_MS) return;
			drawn = now;
			const filled = Math.round(Math.min(1, Math.max(0, done)) * BAR);
			const left = done > 0.02 ? ` ${Math.ceil(((now - started) / 1000 / done) * (1 - done))} s` : '';
			draw(`${title} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}${left}`);
		},
		end() {
			if (title !== '') draw('');
			title = '';
		}
	};
}
