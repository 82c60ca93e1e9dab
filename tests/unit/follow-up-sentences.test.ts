import { expect, it } from 'vitest';
import { SAYS_ELSEWHERE, type FollowUp, type FollowUpRow } from '#domain/follow-up.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import { followUpSentences } from '../../src/lib/report/follow-up/follow-up-sentences.ts';
import { TEST_EDITS, testContext, testData } from '../fixtures/diagnostic.ts';
import { followUpOf } from '../fixtures/follow-up.ts';

const [known] = testData().sites;
const opened = (name: string, communeName: string | null): FollowUpRow => ({
	state: 'opened',
	before: null,
	after: { ...known, site: { ...known.site, name, communeName } }
});
const saidOf = (rows: readonly FollowUpRow[], statements: FollowUp['statements'] = []) =>
	followUpSentences({ rows, statements }, 'fr')
		.join(' ')
		.replaceAll(/[\u00a0\u202f]/g, ' ');

it('places of one name, or of none of their own, are told with their commune', () => {
	const rows = [opened('Bibliothèque', 'Rives'), opened('Bibliothèque du Port', 'Voreppe'), opened('Relais', null)];
	expect(saidOf(rows)).toContain(' : Bibliothèque (Rives) ; Bibliothèque du Port ; Relais.');
	const twice = [opened('Bibliothèque du Port', 'Rives'), opened('Bibliothèque du Port', 'Voreppe')];
	expect(saidOf(twice)).toContain('Bibliothèque du Port (Rives) ; Bibliothèque du Port (Voreppe).');
});

it('of many places some are named and the others counted', () => {
	const rows = Array.from({ length: 12 }, (_, rank) => opened(`Annexe ${rank}`, 'Rives'));
	expect(saidOf(rows)).toMatch(/12 lieux .*Annexe 6 et 5 autres\./);
	expect(saidOf(rows)).not.toContain('Annexe 7');
	expect(saidOf(rows.slice(0, 8))).toMatch(/Annexe 6 ; Annexe 7\./);
});

it('of another territory nothing is compared, here or in a document', () => {
	const statements = [{ code: SAYS_ELSEWHERE, params: {} }];
	expect(saidOf([opened('Annexe', 'Rives')], statements)).toMatch(/^Ces deux territoires [^.]*\.$/);
	const followUp = { ...followUpOf([{ id: 'sites', before: 1, after: 2 }]), statements };
	const document = buildDocument(
		testData(),
		TEST_EDITS,
		testContext('fr', { followUp: { followUp, experiment: null } })
	);
	expect(document.origins).toEqual([]);
	expect(JSON.stringify(document)).not.toContain('suivi-ensemble');
});
