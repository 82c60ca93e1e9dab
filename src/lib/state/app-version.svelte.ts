import { asset } from '$app/paths';
import { dev, version } from '$app/environment';
import { ENTRY } from '$lib/io/offline/version-entry.ts';

/** What the page loads and computes goes before what is kept for later. */
const PAGE_FIRST_MS = 5000;

/**
 * What the browser keeps of the app: once kept, it opens without a network, and a new version of it is downloaded aside. Nothing is
 * reloaded from here.
 */
export class AppVersion {
	/** A version newer than the one in this window is whole and waits. */
	isNewReady = $state(false);

	/**
	 * Has the app kept, once the page has had time for its own. Where a browser cannot (private windows, an address without https),
	 * the app is what it was.
	 */
	async keep(): Promise<void> {
		if (dev || !('serviceWorker' in navigator)) return;
		const { serviceWorker } = navigator;
		await new Promise((resume) => setTimeout(resume, PAGE_FIRST_MS));
		try {
			await serviceWorker.register(asset('/service-worker.js'));
		} catch {
			return;
		}
		const registration = await serviceWorker.getRegistration();
		if (registration === undefined) return;
		this.#watch(registration);
		const { active } = await serviceWorker.ready;
		// A first visit was served by the host: the rest of it may come from what is kept, if that is of the same version.
		if (serviceWorker.controller === null) active?.postMessage(version);
	}

	/**
	 * Leaves the page for the new version, and comes back to the same address. What is not saved is asked about first, as when any page
	 * is left; where the app is open in another window too, it comes back as it was.
	 */
	reload(): void {
		location.replace(`${asset(`/${ENTRY}`)}?to=${encodeURIComponent(location.href)}`);
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const see = () => {
			// Without a version in place, what was installed is this one.
			if (registration.waiting !== null && registration.active !== null) this.isNewReady = true;
		};
		const follow = () => registration.installing?.addEventListener('statechange', see);
		see();
		follow();
		registration.addEventListener('updatefound', follow);
	}
}
