import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { SectorsFoundAnswer } from '../atlas/supply/sectors.ts';
import type { Area } from './area.ts';
import { figure, say, sumOf, type Figures } from './figure.ts';

/** The under-served sectors that people of the area live in. */
export function sectorsOfArea({ session, view }: Area, { sectors }: SectorsAnswer): DiagnosticData['sectors'] {
	const { people } = session.territory.population;
	return sectors.filter(({ points }) => points.some((point) => view.inScope[point] === 1 && people[point] > 0));
}

/** How many they are, and the people of the area in them and in groups too small to be told apart. */
export function sectorFigures(area: Area, { answer, notIndividualised }: SectorsFoundAnswer): Figures {
	const { view, peopled, whyNobody } = area;
	const isTold = peopled.known > 0;
	const { people } = area.session.territory.population;
	const peopleAt = (points: Iterable<number>) =>
		sumOf([...points].map((point) => (view.inScope[point] === 1 ? people[point] : 0)));
	const sectors = sectorsOfArea(area, answer);
	const fewest = view.question.sectors.minimumPeople;
	const making = {
		method: 'secteurs',
		inputs: ['population', 'sites', 'hours', 'calendar', ...area.timesInputs],
		respondents: peopled.known < peopled.of ? peopled : null,
		estimated: area.estimatedTimes
	} as const;
	return [
		figure(isTold ? sectors.length : null, whyNobody, {
			...making,
			id: 'sectors',
			unit: 'sectors',
			formula: say('diagnostic_formula_sectors', { count: sectors.length, fewest })
		}),
		figure(isTold ? sumOf(sectors.map(({ points }) => peopleAt(points))) : null, whyNobody, {
			...making,
			id: 'sectors.people',
			unit: 'people',
			formula: say('diagnostic_formula_sectors_people', { count: sectors.length })
		}),
		figure(isTold ? peopleAt(notIndividualised) : null, whyNobody, {
			...making,
			id: 'sectors.not-individualised',
			unit: 'people',
			formula: say('diagnostic_formula_not_individualised', { fewest })
		})
	];
}
