/** From the root of the app: where a window goes to leave the version it is of, in its query `to` the address it comes back to. */
export const ENTRY = 'nouvelle-version/';
/** To the service worker that waits: nothing of the former version is in use any more. */
export const TAKE_OVER = 'take over';
/** A version that has not come in by then waits for another time. */
const PATIENCE_MS = 10_000;

/** The address of the app that a window comes back to; its root where none is stated, or one elsewhere. */
export function returnAddress(entry: URL, root: string): string {
	try {
		const { href } = new URL(entry.searchParams.get('to') ?? '', root);
		return href.startsWith(root) ? href : root;
	} catch {
		return root;
	}
}

/** The page between two versions: it holds nothing of either, lets the new one in, then goes on. */
export async function entryPage(to: string): Promise<Response> {
	const script = `
const go = () => location.replace(${JSON.stringify(to).replaceAll('<', '\\u003c')});
navigator.serviceWorker.addEventListener('controllerchange', go);
setTimeout(go, ${PATIENCE_MS});
navigator.serviceWorker.getRegistration().then((registration) => {
	if (registration?.waiting) registration.waiting.postMessage('${TAKE_OVER}');
	else go();
});
`;
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)));
	return new Response(`<!doctype html><meta charset="utf-8"><title>Maillage</title><script>${script}</script>`, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `default-src 'none'; script-src 'sha256-${btoa(String.fromCharCode(...digest))}'`
		}
	});
}
