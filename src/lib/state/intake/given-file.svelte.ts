import { plainWords } from '#domain/plain-words.ts';
import type { FileUse } from '#io/intake/recognise.ts';
import type { FileLook } from '../../compute/prepare-client.ts';
import type { Failure } from '../failure.ts';

/** A file that the user gave, and what is known of it. */
export class GivenFile {
	readonly id: number;
	/** Names it where the import is kept. */
	readonly key: string;
	readonly file: File;
	/** What the user says it is; null where they let it be recognised. */
	stated = $state<FileUse | 'none' | null>(null);
	/** Headings by field, chosen by hand. */
	columns = $state.raw<Readonly<Record<string, string>>>({});
	look = $state.raw<FileLook | null>(null);
	/** Why it cannot be read at all. */
	failure = $state.raw<Failure | null>(null);
	looking = $state(true);

	constructor(id: number, key: string, file: File) {
		this.id = id;
		this.key = key;
		this.file = file;
	}

	/** As it is shown and told of: without what would turn the words beside it around. */
	get name(): string {
		return plainWords(this.file.name);
	}

	/** What it serves as: the user's word, else what it was recognised as. Null where it serves as nothing. */
	get use(): FileUse | null {
		return this.stated === 'none' ? null : (this.stated ?? this.look?.use ?? null);
	}
}
