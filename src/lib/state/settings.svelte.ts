import { LOCALES, type Locale } from '#i18n/message.ts';

export type Theme = 'light' | 'dark';

const THEME_KEY = 'maillage-theme';

/** Language and theme. The language is in the address, so that a link opens in it; the theme is the reader's own. */
export class Settings {
	locale = $state<Locale>('fr');
	theme = $state<Theme>('light');

	constructor(parameters: URLSearchParams, prefersDark: boolean) {
		const asked = parameters.get('lang');
		this.locale = LOCALES.find((known) => known === asked) ?? 'fr';
		this.theme = storedTheme() ?? (prefersDark ? 'dark' : 'light');
	}

	write(parameters: URLSearchParams): void {
		if (this.locale === 'fr') parameters.delete('lang');
		else parameters.set('lang', this.locale);
	}

	chooseTheme(theme: Theme): void {
		this.theme = theme;
		try {
			localStorage.setItem(THEME_KEY, theme);
		} catch {
			// Private windows may refuse: the choice then holds for this visit.
		}
	}
}

function storedTheme(): Theme | null {
	try {
		const stored = localStorage.getItem(THEME_KEY);
		return stored === 'light' || stored === 'dark' ? stored : null;
	} catch {
		return null;
	}
}
