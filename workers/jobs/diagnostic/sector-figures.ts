import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { SectorsFoundAnswer } from '../atlas/supply/sectors.ts';
import type { Area } from './area.ts';
import { countFigure, say, sumOf, type Figures } from './figure.ts';

/** The under-served sectors that people of the area live in. */
export function sectorsOfArea({ session, view }: Area, { sectors }: SectorsAnswer): DiagnosticData['sectors'] {
	const { people } = session.territory.population;
	return sectors.filter(({ points }) => points.some((point) => view.inScope[point] === 1 && people[point] > 0));
}

/** How many they are, and the people of the area in them and in groups too small to be told apart. */
export function sectorFigures(area: Area, { answer, notIndividualised }: SectorsFoundAnswer): Figures {
	const { view } = area;
	const { people } = area.session.territory.population;
	const peopleAt = (points: Iterable<number>) =>
		sumOf([...points].map((point) => (view.inScope[point] === 1 ? people[point] : 0)));
	const sectors = sectorsOfArea(area, answer);
	const fewest = view.question.sectors.minimumPeople;
	const making = {
		method: 'secteurs',
		inputs: ['population', 'sites', 'hours', 'calendar', ...area.timesInputs],
		estimated: area.estimatedTimes
	} as const;
	return [
		countFigure(sectors.length, {
			...making,
			id: 'sectors',
			unit: 'sectors',
			formula: say('diagnostic_formula_sectors', { count: sectors.length, fewest })
		}),
		countFigure(sumOf(sectors.map(({ points }) => peopleAt(points))), {
			...making,
			id: 'sectors.people',
			unit: 'people',
			formula: say('diagnostic_formula_sectors_people', { count: sectors.length })
		}),
		countFigure(peopleAt(notIndividualised), {
			...making,
			id: 'sectors.not-individualised',
			unit: 'people',
			formula: say('diagnostic_formula_not_individualised', { fewest })
		})
	];
}
