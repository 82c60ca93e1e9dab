import { expect, it } from 'vitest';
import type { Experiment, ExpectedChange, FollowUp } from '#domain/follow-up.ts';
import { sharedFollowUp } from '../../src/lib/report/follow-up/follow-up-blocks.ts';

const followUp = {} as FollowUp;
const experimentOf = (...changes: readonly ExpectedChange[]): Experiment => ({
	scenario: 'Essai',
	figures: [],
	sites: changes.map((change) => ({
		name: change,
		changes: [change],
		before: null,
		expected: null,
		counted: null,
		outcome: 'as-expected',
		metres: 0,
		surface: { expected: null, counted: null },
		entries: { before: null, after: null },
		maybe: null
	})),
	others: { opened: [], closed: [] },
	notApplied: []
});

it('a document meant to be shared details no closing that a scenario expects', () => {
	const told = sharedFollowUp({ followUp, experiment: experimentOf('hours', 'closed') });
	expect(told.experiment?.sites.map(({ name }) => name)).toEqual(['hours']);
	expect(sharedFollowUp({ followUp, experiment: experimentOf('closed') }).experiment).toBeNull();
	expect(sharedFollowUp({ followUp, experiment: experimentOf() }).experiment?.sites).toEqual([]);
	expect(sharedFollowUp({ followUp, experiment: null }).experiment).toBeNull();
});
