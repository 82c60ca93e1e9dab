// One way to run a tool of the project: inherits the terminal, answers with its exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './deps.mjs';

/**
 * Runs a program installed in node_modules/.bin.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void }} options with onOutput, output is also handed over
 * @returns {Promise<number>} its exit code
 */
export function runTool(name, args, { env = {}, onOutput } = {}) {
	const windows = process.platform === 'win32';
	const program = join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: root,
			shell: windows,
			env: { ...process.env, ...env },
			stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit']
		});
		if (onOutput) {
			for (const [stream, out] of [
				[child.stdout, process.stdout],
				[child.stderr, process.stderr]
			]) {
				stream.on('data', (chunk) => {
					out.write(chunk);
					onOutput(String(chunk));
				});
			}
		}
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
