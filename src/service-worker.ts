// The app without a network: one whole version of it is kept, and served alone. A new version is kept aside; it takes the place of the
// former when no window is left on that one, or when its only window asks for it.
import { base, version } from '$service-worker';
import { APP_FILES, keepAppFiles, keepOnDemand, readAppFiles } from '$lib/io/offline/app-files.ts';
import { ENTRY, entryPage, returnAddress, TAKE_OVER } from '$lib/io/offline/version-entry.ts';

/** What is used of a ServiceWorkerGlobalScope: its types do not stand beside those of a page. */
interface ServiceScope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly unknown[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(type: 'message', listener: (event: Lasting & { readonly data: unknown }) => void): void;
	addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
interface Lasting {
	waitUntil(work: Promise<unknown>): void;
}
interface Asked {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as ServiceScope;
const root = `${location.origin}${base}/`;
/** Other apps of the same host have caches too. */
const OWN = `maillage:${base}:`;
const own = OWN + version;
const former = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== own);

scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetFormer()));
scope.addEventListener('message', (event) => {
	if (event.data === TAKE_OVER) event.waitUntil(scope.skipWaiting());
	// The page of a first visit was not served from here. It may go on from here if it is of the same version.
	else if (event.data === version) event.waitUntil(scope.clients.claim());
});
scope.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method === 'GET' && url.href.startsWith(root)) event.respondWith(answer(event.request, url));
});

async function keep(): Promise<void> {
	const list = await fetch(root + APP_FILES, { cache: 'no-store' });
	if (!list.ok) throw new Error(`${APP_FILES}: ${list.status}`);
	const kept = await caches.open(own);
	const text = await list.text();
	await keepAppFiles({
		...readAppFiles(text, version),
		root,
		fetch: (url, options) => fetch(url, options),
		kept,
		former: await Promise.all((await former()).map((name) => caches.open(name)))
	});
	await kept.put(root + APP_FILES, new Response(text));
}

/** Keeps what the host answered, where it is a file on demand. What cannot be kept is answered all the same. */
async function keepAsked(address: string, answer: Response): Promise<void> {
	try {
		const kept = await caches.open(own);
		const list = await kept.match(root + APP_FILES);
		if (list === undefined) return;
		const { onDemand } = readAppFiles(await list.text(), version);
		await keepOnDemand(address, answer, { onDemand, root, kept });
	} catch {
		// No room, or no list: it is asked for again the next time.
	}
}

async function forgetFormer(): Promise<void> {
	await Promise.all((await former()).map((name) => caches.delete(name)));
}

async function answer(request: Request, url: URL): Promise<Response> {
	const isPage = request.mode === 'navigate';
	const address = url.origin + url.pathname;
	if (isPage && address === root + ENTRY) return letIn(url);
	const kept = await caches.open(own);
	const found = await kept.match(address, { ignoreVary: true });
	if (found) return found;
	// As hosts do of a folder's name.
	if (isPage && (await kept.match(`${address}/`, { ignoreVary: true })))
		return Response.redirect(`${address}/${url.search}`, 301);
	const answered = await fetch(request);
	if (!isPage) await keepAsked(address, answered);
	return answered;
}

/** A window asks for the new version: it is let in where this window is the only one, else nothing changes for any. */
async function letIn(url: URL): Promise<Response> {
	// The window that asks is one of them until it is answered.
	const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
	return windows.length > 1 ? Response.redirect(returnAddress(url, root), 302) : entryPage(returnAddress(url, root));
}
