import type { Locale } from '#i18n/message.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { SectionTexts } from './section.ts';
import { spacedTexts } from './spacing.ts';

/** The methods in words, in each language. */
export const TEXTS: Readonly<Record<Locale, SectionTexts>> = {
	fr: spacedTexts(fr, 'fr'),
	en: spacedTexts(en, 'en')
};
