import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MaillageError } from '#domain/notes.ts';
import type { Locale } from '#i18n/locale.ts';

/**
 * Names everything that diagnostics are made from: the files of the territory, the language, the version of Maillage. What has one name is
 * the same diagnostic.
 * @param path folder of a territory, or its zip
 * @throws MaillageError `error_file_missing`, `error_file_unreadable`
 */
export async function madeFrom(path: string, locale: Locale): Promise<string> {
	const hash = createHash('sha256');
	hash.update(`${await programmeVersion()}\0${locale}\0`);
	try {
		for (const file of await filesOf(path)) {
			hash.update(`${relative(path, file).split(sep).join('/')}\0${(await stat(file)).size}\0`);
			for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
		}
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? '';
		throw new MaillageError(reason === 'ENOENT' ? 'error_file_missing' : 'error_file_unreadable', { path, reason });
	}
	return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
	if (!(await stat(path)).isDirectory()) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

async function programmeVersion(): Promise<string> {
	const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
		readonly version: string;
	};
	return version;
}
