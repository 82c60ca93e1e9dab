import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MaillageError } from '#domain/notes.ts';
import type { Locale } from '#i18n/locale.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** What writes diagnostics, run from its sources: one that was changed since, even within a version, may write others. */
const PROGRAMME = [
	'package-lock.json',
	'src/cli',
	'src/lib/domain',
	'src/lib/i18n/messages',
	'src/lib/io',
	'src/lib/report',
	'workers',
	'data/calendars',
	'data/reference'
];

/**
 * Names everything that diagnostics are made from: the files of the territory, the language, Maillage itself. What has one name is the same
 * diagnostic.
 * @param path folder of a territory, or its zip
 * @throws MaillageError `error_file_missing`, `error_file_unreadable`
 */
export async function madeFrom(path: string, locale: Locale): Promise<string> {
	const hash = createHash('sha256');
	hash.update(`${locale}\0`);
	for (const part of PROGRAMME) await take(hash, join(ROOT, part));
	try {
		await take(hash, path);
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? '';
		throw new MaillageError(reason === 'ENOENT' ? 'error_file_missing' : 'error_file_unreadable', { path, reason });
	}
	return hash.digest('hex');
}

/** Takes a file, or every file of a folder with its name, into the digest. */
async function take(hash: Hash, path: string): Promise<void> {
	for (const file of await filesOf(path)) {
		hash.update(`${relative(path, file).split(sep).join('/')}\0${(await stat(file)).size}\0`);
		for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
	}
}

async function filesOf(path: string): Promise<string[]> {
	if (!(await stat(path)).isDirectory()) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
