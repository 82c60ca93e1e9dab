import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
	DEFAULT_COSTS,
	NO_COST_SAID,
	type CostAnswer,
	type CostSettings,
	type ModificationCost
} from '#domain/cost.ts';
import type { Change } from '#domain/scenario.ts';
import { costHandlers } from '#workers/jobs/scenario/cost.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { costCsv } from '../../src/lib/ui/simulation/save-cost.ts';
import { alone, type MadeTerritory } from '../atlas-session.ts';
import { modification } from '../scenario-session.ts';
import { scheduledSession, scheduleOf } from '../scheduled-session.ts';
import { question, summary } from '../summary-fixture.ts';

const made: MadeTerritory = {
	communes: 1,
	points: [{ people: 100, peopleOver65: 40, commune: 0, attached: true, seconds: [600] }],
	sites: [{ kind: 'library', counted: true, margin: false, commune: 0, week: null }]
};
const SETTINGS: CostSettings = { ...DEFAULT_COSTS, paidOnDuty: 1, volunteersOnDuty: 0, eurosPerPaidHour: 24.5 };
const retired = question({ profile: 'retired', form: 'coverage' });
const schedule = scheduleOf('Tu 10:00-12:00; We 14:00-18:00');
if (schedule === null) throw new Error('No schedule');
// Two hours more a week: 104 in 2025.
const longer: Change = { kind: 'hours', siteId: 's0', schedule };
const one = { ...modification(longer), on: true };

async function costOf(settings: CostSettings, cost: ModificationCost = NO_COST_SAID): Promise<CostAnswer> {
	const territory = new OpenTerritory();
	territory.open(scheduledSession(made, ['We 14:00-18:00']));
	territory.setScenarios([{ id: 'a', modifications: [one] }]);
	const job = costHandlers(territory).cost;
	if (!job) throw new Error('No job of costs');
	const costs = [{ modificationId: one.id, cost }];
	return (await job({ question: retired, scenario: 'a', settings, costs }, alone)).response;
}

const textOf = (value: CostAnswer, words = 'Ouvrir le mardi', name = 'Soirées') => {
	const costed = { name, modifications: [{ modification: one, words }], of: { question: retired }, value };
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(costCsv(costed, summary(), 'fr'));
};
const tableOf = (text: string) => Papa.parse<string[]>(text.slice(1), { delimiter: ';' }).data;
const rowOf = (text: string, of: string, figure: string) =>
	tableOf(text)
		.find((row) => row[0] === of && row[1] === figure)
		?.slice(2)
		.map((cell) => cell.replaceAll(/[\u00a0\u202f]/g, ' '));

describe('the costs of a scenario in a file', () => {
	it('is what French Excel opens: byte order mark, semicolons, decimal commas, each figure with its formula', async () => {
		const text = textOf(await costOf({ ...SETTINGS, eurosPerPaidHour: 24.505 }));
		expect(text.startsWith('\ufeffDe quoi;Ce qui est compté;Valeur;Unité;D’où vient ce chiffre')).toBe(true);
		// 104 h × 24.505 € = 2,548.52 €: the file keeps cents, the formula whole euros.
		expect(rowOf(text, 'Ouvrir le mardi', 'Personnel, par an')).toEqual([
			...['2548,52', '€', '104 h payées × 24,51 € = 2 549 €']
		]);
		const [hours, , formula] = rowOf(text, 'Ensemble du scénario', 'Heures ouvertes en plus, par an') ?? [];
		expect(hours).toBe('104');
		expect(formula).toContain(' · Journée en semaine : ');
	});

	it('tells each year, the last one without aid, with what it is made of', async () => {
		const settings = { ...SETTINGS, funders: [{ name: 'Département', eurosPerYear: 500 }] };
		const text = textOf(await costOf(settings, { ...NO_COST_SAID, investmentEuros: 1000, eligible: false }));
		expect(rowOf(text, 'Année 1', 'Coût')).toEqual([
			...['3548', '€', 'Coût annuel, avant aides + Investissement, la première année']
		]);
		expect(rowOf(text, 'Année 2', 'Coût')).toEqual(['2548', '€', 'Coût annuel, avant aides']);
		expect(rowOf(text, 'Année 2', 'Autres financeurs')).toEqual(['500', '€', 'Autres financeurs']);
		expect(rowOf(text, 'Année 6, sans aide de l’État', 'État')?.[0]).toBe('0');
		expect(rowOf(text, 'Année 6, sans aide de l’État', 'À votre charge')?.[0]).toBe('2048');
	});

	it('leaves blank what is not known and says what is missing: no zero', async () => {
		const text = textOf(await costOf(DEFAULT_COSTS));
		const missing = 'Dites combien d’agents payés sont en service ensemble.';
		expect(rowOf(text, 'Ouvrir le mardi', 'Heures payées en plus, par an')).toEqual(['', 'h', missing]);
		for (const [of, figure] of [
			['Ensemble du scénario', 'Coût annuel, avant aides'],
			['Année 1', 'Coût'],
			['Année 1', 'État'],
			['Année 1', 'À votre charge']
		]) {
			expect(rowOf(text, of, figure)?.[0], figure).toBe('');
		}
	});

	it('ends with what it is of, what must be said beside, and the territory', async () => {
		const value = await costOf(SETTINGS);
		const table = tableOf(textOf(value)).map(([first]) => first);
		const about = table.slice(table.indexOf('') + 1);
		expect(about[0]).toBe('Soirées. Coût');
		expect(value.statements.length).toBeGreaterThan(0);
		expect(about.length).toBeGreaterThan(value.statements.length + 2);
		expect(about.find((line) => line.startsWith('Entre-Val-et-Monts'))).toBeDefined();
	});

	it('runs neither a name of a scenario nor a sentence as a formula', async () => {
		const text = textOf(await costOf(SETTINGS), '=HYPERLINK("http://x")', '@SUM(A1)');
		const firsts = tableOf(text).map(([first]) => first);
		expect(firsts).toContain(`'=HYPERLINK("http://x")`);
		expect(firsts).toContain("'@SUM(A1). Coût");
		for (const cell of tableOf(text).flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d))/);
	});
});
