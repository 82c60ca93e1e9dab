const TOUR_KEY = 'maillage-tour';

type TourStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Whether the tour was already offered in this browser.
 * @param storage throws where the browser allows none: what cannot be remembered is not offered again and again
 */
export function wasTourSeen(storage: () => TourStorage): boolean {
	try {
		return storage().getItem(TOUR_KEY) !== null;
	} catch {
		return true;
	}
}

/** Remembers it for the next visits, where the browser allows it. */
export function rememberTour(storage: () => TourStorage): void {
	try {
		storage().setItem(TOUR_KEY, 'seen');
	} catch {
		// It was not offered either.
	}
}
