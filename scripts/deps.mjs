// Makes sure node_modules matches the lock file before anything else runs. No dependency of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.maillage-lock');

const lockHash = () =>
	createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');

/** True when node_modules was installed from the lock file as it stands. */
export function dependenciesFresh() {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

/** Records that node_modules matches the lock file; called by the prepare script, at the end of npm ci. */
export function stampDependencies() {
	writeFileSync(stamp, lockHash());
}

/** Runs `npm ci` when node_modules is missing or older than the lock file. Exits when it fails. */
export function ensureDependencies() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 20) {
		console.error(
			`Maillage demande Node.js 20.19 ou plus récent ; cette machine a ${process.versions.node}. Voir https://nodejs.org/`
		);
		process.exit(1);
	}
	if (dependenciesFresh()) return;
	// npm ci empties the folder that a link leads to, which is somebody else's.
	if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
		console.error(
			'node_modules est un lien vers un autre dossier, qui ne correspond pas à package-lock.json : supprimez ce lien.'
		);
		process.exit(1);
	}
	console.error('Installation des dépendances (npm ci)…');
	// npm is a .cmd on Windows, which only a shell starts.
	const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	});
	if (done.status !== 0) {
		console.error(
			'npm ci a échoué : voir le message ci-dessus. Sans accès au registre npm, Maillage ne peut pas être construit.'
		);
		process.exit(done.status ?? 1);
	}
	stampDependencies();
}
