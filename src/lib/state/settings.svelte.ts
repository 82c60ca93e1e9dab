import { LOCALES, type Locale } from '#i18n/message.ts';

export type Theme = 'light' | 'dark';

const LOCALE_KEY = 'maillage-language';
const THEME_KEY = 'maillage-theme';
const SINGLE_KEYS_KEY = 'maillage-single-keys';

/**
 * Language and theme. A language other than French is in the address, so that a link opens in it; an address that tells none is read in the
 * one that the reader last chose. The theme is the reader's own.
 */
export class Settings {
	locale = $state<Locale>('fr');
	theme = $state<Theme>('light');
	/** Whether shortcuts of one character are listened to: speech input may say one by mistake. */
	singleKeys = $state(stored(SINGLE_KEYS_KEY) !== 'off');

	constructor(parameters: URLSearchParams, prefersDark: boolean) {
		this.locale = localeOf(parameters.get('lang')) ?? localeOf(stored(LOCALE_KEY)) ?? 'fr';
		this.theme = storedTheme() ?? (prefersDark ? 'dark' : 'light');
	}

	write(parameters: URLSearchParams): void {
		if (this.locale === 'fr') parameters.delete('lang');
		else parameters.set('lang', this.locale);
	}

	chooseLocale(locale: Locale): void {
		this.locale = locale;
		store(LOCALE_KEY, locale);
	}

	chooseTheme(theme: Theme): void {
		this.theme = theme;
		store(THEME_KEY, theme);
	}

	listenToSingleKeys(on: boolean): void {
		this.singleKeys = on;
		store(SINGLE_KEYS_KEY, on ? 'on' : 'off');
	}
}

const localeOf = (word: string | null): Locale | null => LOCALES.find((known) => known === word) ?? null;

function storedTheme(): Theme | null {
	const kept = stored(THEME_KEY);
	return kept === 'light' || kept === 'dark' ? kept : null;
}

function stored(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function store(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// Private windows may refuse: the choice then holds for this visit.
	}
}
