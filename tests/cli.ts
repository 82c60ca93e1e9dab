import { execFile } from 'node:child_process';
import { main } from '../src/cli/main.ts';

/** What a command line answered. */
export interface CliRun {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

type Write = typeof process.stdout.write;

/** Runs a command line in this process: the same `main` as the script, without the time a new process takes. */
export async function runCli(...args: string[]): Promise<CliRun> {
	const written = { stdout: '', stderr: '' };
	const restore = (['stdout', 'stderr'] as const).map((name) => {
		const stream = process[name];
		const write = stream.write.bind(stream);
		stream.write = ((text: string | Uint8Array) => {
			written[name] += typeof text === 'string' ? text : new TextDecoder().decode(text);
			return true;
		}) as Write;
		return () => (stream.write = write);
	});
	try {
		return { code: await main(args), ...written };
	} finally {
		for (const one of restore) one();
	}
}

/** The same, of a command that must succeed; its standard error is in the failure otherwise. */
export async function runCliWell(...args: string[]): Promise<CliRun> {
	const run = await runCli(...args);
	if (run.code !== 0) throw new Error(`exit code ${run.code} of maillage ${args.join(' ')}\n${run.stderr}`);
	return run;
}

/** Runs a programme as a user would from the root of the repository. */
export function runProgramme(programme: string, ...args: string[]): Promise<CliRun> {
	const cwd = new URL('..', import.meta.url).pathname;
	return new Promise((resolve) => {
		execFile(programme, args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
			resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
		});
	});
}

/** A French sentence with its non-breaking spaces as plain ones: tests are read by people. */
export function plainSpaces(text: string): string {
	return text.replace(/[\u00a0\u202f]/g, ' ');
}
