import { MOST_AID_YEARS, type CostAnswer, type CostSettings, type StateShareOfRegion } from '#domain/cost.ts';
import type { Message } from '#domain/notes.ts';
import type { Modification } from '#domain/scenario.ts';
import { firstYearOverfunded } from '#core/cost/years.ts';

/** What the statements of a cost hang on. */
export interface Stated {
	readonly settings: CostSettings;
	readonly figures: Pick<CostAnswer, 'modifications' | 'years' | 'volunteerHours'>;
	/** Those in force. */
	readonly modifications: readonly Modification[];
	readonly notApplied: number;
	readonly regions: readonly StateShareOfRegion[];
	readonly peopleUnknown: number;
}

/** What must be said beside the costs of a scenario. */
export function costStatements(stated: Stated): Message[] {
	const { settings, figures, notApplied, peopleUnknown } = stated;
	const overfunded = firstYearOverfunded(figures.years);
	const unsaid = runningUnsaid(stated);
	return [
		...when(notApplied > 0, 'cost_says_not_applied', { count: notApplied }),
		...when(figures.modifications.some(hasMissingRate), 'cost_says_rates'),
		...ratesOfRegion(stated),
		...when(figures.modifications.some(isAided), 'cost_says_hours_alone'),
		...when(figures.modifications.some(isAided) && figures.modifications.some(saves), 'cost_says_savings'),
		...when(settings.aidYears > MOST_AID_YEARS, 'cost_says_aid_years', { most: String(MOST_AID_YEARS) }),
		...when(unsaid > 0, 'cost_says_running_unsaid', { count: unsaid }),
		...(overfunded === null ? [] : when(true, 'cost_says_overfunded', { year: String(overfunded) })),
		...when((figures.volunteerHours.value ?? 0) !== 0, 'cost_says_volunteers'),
		...when(peopleUnknown >= 0.5, 'cost_says_usable_unknown', { count: Math.round(peopleUnknown) }),
		...when(figures.modifications.some(changesHours), 'cost_says_slots')
	];
}

function when(holds: boolean, code: string, params: Message['params'] = {}): Message[] {
	return holds ? [{ code, params }] : [];
}

type Figures = CostAnswer['modifications'][number];

const hasMissingRate = ({ stateEuros }: Figures) => stateEuros.formula.code === 'cost_state_rates_missing';
const isAided = ({ stateEuros }: Figures) => (stateEuros.value ?? 0) > 0;
const saves = ({ staffEuros }: Figures) => (staffEuros.value ?? 0) < 0;
const changesHours = ({ extraHoursPerYear: { value } }: Figures) => value !== null && value !== 0;

function ratesOfRegion({ settings, figures, regions }: Stated): Message[] {
	const region = regions.find(({ code }) => code === settings.regionCode);
	if (!region?.stated || !figures.modifications.some(isAided)) return [];
	const { publisher, year } = region.stated;
	return [{ code: 'cost_says_rates_of', params: { region: region.name, publisher, year } }];
}

/** New places of which nobody said what they cost to run. */
function runningUnsaid({ modifications, figures }: Stated): number {
	const unsaid = new Set(
		figures.modifications.flatMap((one) => (one.runningEuros.value === null ? one.modificationId : []))
	);
	return modifications.filter(
		({ id, change }) => unsaid.has(id) && (change.kind === 'add' || change.kind === 'bookmobile-stop')
	).length;
}
