import type { CostAnswer, CostYear, Explained } from '#domain/cost.ts';
import type { DiagnosticFigure, FigureId, FigureUnit } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';
import type { Comparison } from '#domain/scenario-answers.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { Area } from './area.ts';
import { coverageFormula } from './coverage-figures.ts';
import { figure, say, type Figures } from './figure.ts';
import { MOMENT_MINUTES } from './moment-figures.ts';

/** The moment that a scenario is told at: Saturday afternoon. */
export const SCENARIO_MINUTE = MOMENT_MINUTES['saturday-afternoon'] as MinuteOfWeek;

/** What a scenario changes for the people of the area, and what it costs. @param cost null where nobody said anything of it */
export function scenarioFigures(area: Area, { scenarios }: Comparison, cost: CostAnswer | null): Figures {
	const [{ change, figures }] = scenarios;
	const inputs = ['population', 'sites', 'hours', 'calendar', ...area.timesInputs] as const;
	const { improved, reduced, unchanged, unknown } = change.whole;
	const known = improved + reduced + unchanged;
	const ofChange = (id: FigureId, people: number, code: string) =>
		figure(known > 0 ? people : null, unknown > 0 ? say('diagnostic_why_reach_hours') : area.whyNobody, {
			id,
			unit: 'people',
			formula: say(code, { part: Math.round(people), of: Math.round(known) }),
			method: 'comparaison',
			inputs,
			estimated: area.estimatedTimes
		});
	const { coverage, moment, hoursUnknownPeople } = figures;
	const { cutoffMinutes: minutes, form } = area.view.question;
	const momentFigure = () => {
		const why = moment.ofPeople + hoursUnknownPeople > 0 ? say('diagnostic_why_reach_hours') : area.whyNobody;
		return figure(moment.share, why, {
			id: 'scenario.moment.saturday-afternoon.share',
			unit: 'share',
			formula: say('diagnostic_formula_moment', {
				minutes,
				part: Math.round(moment.people ?? 0),
				of: Math.round(moment.ofPeople)
			}),
			method: 'comparaison',
			inputs,
			estimated: area.estimatedTimes
		});
	};
	return [
		ofChange('scenario.improved', improved, 'diagnostic_formula_improved'),
		ofChange('scenario.reduced', reduced, 'diagnostic_formula_reduced'),
		ofChange('scenario.unchanged', unchanged, 'diagnostic_formula_unchanged'),
		figure(coverage.share, area.whyNobody, {
			id: 'scenario.coverage.share',
			unit: 'share',
			formula: coverageFormula(area.view.question, minutes, coverage.people ?? 0, coverage.ofPeople),
			method: 'comparaison',
			inputs,
			estimated: area.estimatedTimes
		}),
		figure(figures.medianUsableHours, say('diagnostic_why_usable'), {
			id: 'scenario.usable.median',
			unit: 'hours',
			formula: say('diagnostic_formula_scenario_usable', { minutes }),
			method: 'comparaison',
			inputs,
			estimated: area.estimatedTimes
		}),
		...(form === 'moment' ? [] : [momentFigure()]),
		...costFigures(cost)
	];
}

function costFigures(cost: CostAnswer | null): Figures {
	const [first, last] = [cost?.years[0], cost?.years.at(-1)];
	return [
		explainedFigure('scenario.yearly-euros', 'euros', cost?.yearlyEuros),
		explainedFigure('scenario.state-euros', 'euros', cost?.stateEuros),
		ownFigure('scenario.own-euros-first-year', first),
		ownFigure('scenario.own-euros-without-aid', last),
		explainedFigure('scenario.euros-per-usable-hour', 'euros', cost?.eurosPerUsableHour)
	];
}

/** Where an amount is not known, its own formula says what is missing. */
function explainedFigure(id: FigureId, unit: FigureUnit, explained: Explained | undefined): DiagnosticFigure {
	const why: Message = explained?.formula ?? say('diagnostic_why_no_costs');
	return figure(explained?.value ?? null, why, {
		id,
		unit,
		formula: explained?.formula ?? why,
		method: 'couts',
		inputs: ['sites', 'hours', 'calendar']
	});
}

function ownFigure(id: FigureId, year: CostYear | undefined): DiagnosticFigure {
	const { grossEuros = null, stateEuros = null, fundersEuros = 0, ownEuros = null } = year ?? {};
	return figure(ownEuros, say(year === undefined ? 'diagnostic_why_no_costs' : 'diagnostic_why_own_euros'), {
		id,
		unit: 'euros',
		formula: say('diagnostic_formula_own_euros', {
			year: String(year?.year ?? 1),
			gross: Math.round(grossEuros ?? 0),
			state: Math.round(stateEuros ?? 0),
			funders: Math.round(fundersEuros)
		}),
		method: 'couts',
		inputs: ['sites', 'hours', 'calendar']
	});
}
