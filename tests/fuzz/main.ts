/**
 * `npm run fuzz -- [count] [--seed text] [--only target]`: reads `count` harmed copies of sound files (those of the demonstration, made
 * ones, real ones where they are) with every importer, and tells those that break a law. Each is known by its seed, target and rank, and
 * its bytes are written to a folder. A reading that does not end within a minute is told as a hang.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { caseOf, readCase } from './target.ts';
import { TARGETS } from './targets.ts';

const HANG_MILLISECONDS = 60_000;

interface Work {
	readonly target: string;
	readonly seed: string;
	readonly from: number;
	readonly count: number;
}

type Told =
	| { readonly kind: 'begins'; readonly rank: number }
	| { readonly kind: 'read' | 'refused'; readonly rank: number; readonly milliseconds: number }
	| {
			readonly kind: 'fault';
			readonly rank: number;
			readonly says: string;
			readonly bytes: Uint8Array;
			readonly file: string;
	  };

/** Reads harmed files one after the other, telling the beginning and the end of each. */
async function work({ target: name, seed, from, count }: Work, tell: (told: Told) => void): Promise<void> {
	const target = TARGETS.find((one) => one.name === name);
	if (target === undefined) throw new Error(name);
	const originals = await target.originals('long');
	for (let rank = from; rank < from + count; rank++) {
		tell({ kind: 'begins', rank });
		const one = caseOf(target, originals, seed, rank);
		const before = process.cpuUsage();
		try {
			const kind = await readCase(target, one);
			const { user, system } = process.cpuUsage(before);
			tell({ kind, rank, milliseconds: (user + system) / 1000 });
		} catch (error) {
			const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
			tell({ kind: 'fault', rank, says, bytes: one.bytes, file: one.file });
		}
	}
}

interface Count {
	read: number;
	refused: number;
	slowest: { milliseconds: number; rank: number };
	readonly faults: { readonly rank: number; readonly says: string }[];
}

/** Runs the harmed files of a target in a process of its own, which is ended and started anew after a hang. */
async function runTarget(target: string, seed: string, count: number, folder: string): Promise<Count> {
	const total: Count = { read: 0, refused: 0, slowest: { milliseconds: 0, rank: 0 }, faults: [] };
	for (let next = 0; next < count;) {
		const from = next;
		next = await new Promise<number>((done, fail) => {
			const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced' });
			let begun: number | null = null;
			let ended = from - 1;
			let watch: NodeJS.Timeout | undefined;
			child.on('message', (told: Told) => {
				clearTimeout(watch);
				if (told.kind === 'begins') {
					begun = told.rank;
					watch = setTimeout(() => child.kill('SIGKILL'), HANG_MILLISECONDS);
					return;
				}
				ended = told.rank;
				if (told.kind === 'fault') {
					total.faults.push({ rank: told.rank, says: told.says });
					const name = `${target} ${told.rank} ${told.file}`.replace(/[^\w.]+/g, '-');
					writeFileSync(join(folder, name), told.bytes);
				} else {
					total[told.kind]++;
					if (told.milliseconds > total.slowest.milliseconds) total.slowest = told;
				}
			});
			child.on('exit', (code, signal) => {
				clearTimeout(watch);
				// What it told last may be lost with it: that is read again.
				if (code === 0 && ended >= from) return done(ended + 1);
				if (begun === null) return fail(new Error(`${target}: its process ended before it read anything`));
				const says = signal === 'SIGKILL' ? 'still reading after a minute' : `the process ended (${code ?? signal})`;
				total.faults.push({ rank: begun, says });
				done(begun + 1);
			});
			child.send({ target, seed, from, count: count - from } satisfies Work);
		});
	}
	return total;
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { seed: { type: 'string', default: 'maillage' }, only: { type: 'string' } }
	});
	const count = Number(positionals[0] ?? 2000);
	const targets = TARGETS.filter(({ name }) => values.only === undefined || name.includes(values.only));
	if (!Number.isInteger(count) || count < 1 || targets.length === 0) {
		console.error(`npm run fuzz -- [count] [--seed text] [--only ${TARGETS.map(({ name }) => name).join(' | ')}]`);
		process.exit(2);
	}
	const folder = join(tmpdir(), `maillage-fuzz-${process.pid}`);
	mkdirSync(folder, { recursive: true });
	let faults = 0;
	let harmed = 0;
	for (const { name } of targets) {
		const { read, refused, slowest, faults: found } = await runTarget(name, values.seed, count, folder);
		console.log(
			`${name}: ${read} read, ${refused} refused, ${found.length} faults; slowest ${Math.round(slowest.milliseconds)} ms (${slowest.rank})`
		);
		const kinds = new Map<string, { rank: number; says: string; times: number }>();
		for (const { rank, says } of found) {
			const kind = says.replace(/\d+/g, '0').slice(0, 160);
			const known = kinds.get(kind);
			if (known === undefined) kinds.set(kind, { rank, says, times: 1 });
			else known.times++;
		}
		for (const { rank, says, times } of kinds.values()) {
			console.log(`  ${times} × first at ${rank}: ${says.split('\n').slice(0, 6).join('\n    ')}`);
		}
		faults += found.length;
		harmed += read + refused + found.length;
	}
	console.log(
		`\n${harmed} harmed files, ${faults} faults (seed ${values.seed})${faults > 0 ? `, files in ${folder}` : ''}`
	);
	process.exit(faults === 0 ? 0 : 1);
}

if (process.send === undefined) await main();
else {
	process.once('message', (asked: Work) => {
		void work(asked, (told) => process.send?.(told)).then(() => process.disconnect());
	});
}
