import { describe, expect, it } from 'vitest';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import { hoursHeadings } from '../../src/lib/ui/tables/hours-headings.ts';
import { questionOf } from '../question.ts';

describe('headings of the table of hours', () => {
	const question = questionOf({ cutoffMinutes: 20, mode: 'foot', week: '2026-W47', profile: 'retired' });

	it('are one a column, all different, in both languages', () => {
		for (const locale of ['fr', 'en'] as const) {
			const headings = hoursHeadings(question, locale);
			expect(headings).toHaveLength(TABLE_COLUMNS.hours.length);
			expect(new Set(headings).size).toBe(headings.length);
			expect(headings.every((heading) => heading.trim() !== '' && !/[{}]/.test(heading))).toBe(true);
		}
		expect(hoursHeadings(question, 'en')).not.toContain(hoursHeadings(question, 'fr')[6]);
	});

	it('say the week, the people and the times that the question says', () => {
		const headings = hoursHeadings(question, 'fr').map((heading) => heading.replaceAll(/[\u00a0\u202f]/g, ' '));
		expect(headings).toContain('Heures d’ouverture, semaine du 16 novembre 2026 (h par semaine)');
		expect(headings).toContain('Personnes au rythme d’un retraité, à 20 min au plus à pied');
		expect(headings.at(-1)).toMatch(/au rythme d’un retraité, semaine du 16 novembre 2026/);
	});
});
