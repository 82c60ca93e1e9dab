import * as v from 'valibot';

/** Written beside the app when it is built (scripts/app-files.mjs): what one version of it is made of. */
export const APP_FILES = 'app-files.json';

const fileSchema = v.object({
	/** From the root of the app; a page is named by its folder, the first one by the empty text. */
	address: v.string(),
	/** Hexadecimal. */
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
const appFilesSchema = v.object({
	version: v.string(),
	/** Without these the app does not work. */
	files: v.array(fileSchema),
	/** Kept once they are asked for: one territory needs a few of them. */
	onDemand: v.array(fileSchema)
});

export type AppFile = v.InferOutput<typeof fileSchema>;
export type AppFiles = Omit<v.InferOutput<typeof appFilesSchema>, 'version'>;

/** What is needed of a browser's `Cache`. */
export interface FileCache {
	match(url: string, options?: { ignoreVary?: boolean }): Promise<Response | undefined>;
	put(url: string, response: Response): Promise<void>;
}

interface KeepRequest extends AppFiles {
	/** Address of the app, ending with "/". */
	readonly root: string;
	readonly fetch: (url: string, options: RequestInit) => Promise<Response>;
	/** Cache of this version: what is there already was checked. */
	readonly kept: FileCache;
	/** Caches of former versions: a file that has not changed is not downloaded again. */
	readonly former: readonly FileCache[];
}

/** How many files are asked for at a time: the page has its own to ask for. */
const AT_A_TIME = 4;
/** The name of such a file changes with its content: what a browser holds of it is right. */
const IMMUTABLE = '/immutable/';

/**
 * The files of a version.
 * @throws Error where the list is of another version than the one that asks: the site is being published, or only half of it was
 */
export function readAppFiles(text: string, version: string): AppFiles {
	const { version: read, ...files } = v.parse(appFilesSchema, JSON.parse(text));
	if (read !== version)
		throw new Error(`The site lists the files of version ${read}; version ${version} was expected.`);
	return files;
}

/**
 * Keeps every file of a version, each checked by its digest; of those on demand, the ones that a former version held unchanged. What was kept
 * before a failure stays, and is not asked for again.
 * @throws Error at the first file that cannot be had, or is not the one listed: the version is not whole
 */
export async function keepAppFiles({ files, onDemand, root, fetch, kept, former }: KeepRequest): Promise<void> {
	const left = [...files];
	const keepNext = async (): Promise<void> => {
		for (let file = left.shift(); file !== undefined; file = left.shift()) {
			const url = root + file.address;
			if ((await kept.match(url, { ignoreVary: true })) !== undefined) continue;
			const found = (await unchanged(file, url, former)) ?? (await downloaded(file, url, fetch));
			await kept.put(url, found);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_A_TIME }, keepNext));
	} finally {
		// The others stop at the first failure.
		left.length = 0;
	}
	for (const file of onDemand) {
		const url = root + file.address;
		if ((await kept.match(url, { ignoreVary: true })) !== undefined) continue;
		const found = await unchanged(file, url, former);
		if (found !== null) await kept.put(url, found);
	}
}

/**
 * Keeps an answer of the host to what is asked for, if it is one of the files on demand of this version: so many at most are kept, and never
 * one of another version, which the page is given all the same. The answer can be read after.
 */
export async function keepOnDemand(
	url: string,
	answer: Response,
	{ onDemand, root, kept }: Pick<KeepRequest, 'onDemand' | 'root' | 'kept'>
): Promise<void> {
	const file = onDemand.find(({ address }) => root + address === url);
	if (file === undefined || !answer.ok) return;
	const bytes = await answer.clone().arrayBuffer();
	if ((await sha256(bytes)) === file.sha256) await kept.put(url, answerOf(bytes, answer));
}

async function unchanged(file: AppFile, url: string, former: readonly FileCache[]): Promise<Response | null> {
	for (const cache of former) {
		const response = await cache.match(url, { ignoreVary: true });
		if (response === undefined) continue;
		const bytes = await response.arrayBuffer();
		if ((await sha256(bytes)) === file.sha256) return answerOf(bytes, response);
	}
	return null;
}

async function downloaded(file: AppFile, url: string, fetch: KeepRequest['fetch']): Promise<Response> {
	const response = await fetch(url, {
		cache: url.includes(IMMUTABLE) ? 'default' : 'no-cache',
		credentials: 'same-origin',
		priority: 'low'
	});
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	const bytes = await response.arrayBuffer();
	if ((await sha256(bytes)) !== file.sha256) throw new Error(`${url} is not the file of this version.`);
	return answerOf(bytes, response);
}

/** The answer as it will be given again: neither a redirection, which pages refuse, nor packed as it travelled. */
function answerOf(bytes: ArrayBuffer, { headers }: Response): Response {
	const own = new Headers(headers);
	for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) own.delete(name);
	return new Response(bytes, { headers: own });
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
