import type { CostAnswer } from '#domain/cost.ts';
import type { ChangeOfPeople } from '#domain/scenario-answers.ts';
import type { Who } from '#domain/question.ts';
import { numberText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { whoCountText } from './question-words.ts';

/**
 * What a scenario would change, as it is said aloud: "« Samedis après-midi » améliorerait l’accès de 8 400 habitants et réduirait celui de
 * 310 habitants, pour 12 000 € par an, dont 4 800 € à la charge de la collectivité pendant l’aide de l’État, 12 000 € ensuite."
 * @param who whom `change` counts
 * @param cost null where none is told; amounts that are not known are left out
 */
export function scenarioSentence(
	name: string,
	change: Pick<ChangeOfPeople, 'improved' | 'reduced'>,
	who: Who,
	cost: Pick<CostAnswer, 'yearlyEuros' | 'years'> | null,
	locale: Locale
): string {
	const changes = changesText(name, change, who, locale);
	const yearly = cost?.yearlyEuros.value ?? null;
	if (cost === null || yearly === null) return m.scenario_sentence({ changes }, { locale });
	const euros = eurosText(Math.abs(yearly), locale);
	if (yearly < 0) return m.scenario_sentence_saving({ changes, euros }, { locale });
	const [first, last] = [cost.years[0], cost.years[cost.years.length - 1]];
	const aided = first?.ownEuros ?? null;
	const after = last?.ownEuros ?? null;
	// Without aid there is nothing to tell apart.
	if (aided === null || after === null || (first?.stateEuros ?? 0) === 0)
		return m.scenario_sentence_cost({ changes, euros }, { locale });
	const params = { changes, euros, own: eurosText(aided, locale), after: eurosText(after, locale) };
	return m.scenario_sentence_aided(params, { locale });
}

function changesText(
	name: string,
	{ improved: better, reduced: worse }: Pick<ChangeOfPeople, 'improved' | 'reduced'>,
	who: Who,
	locale: Locale
): string {
	// Somebody is never said to be nobody.
	const count = (people: number) => whoCountText(Math.max(1, people), who, locale);
	const [improved, reduced] = [count(better), count(worse)];
	if (better > 0 && worse > 0) return m.scenario_changes_both({ name, improved, reduced }, { locale });
	if (better > 0) return m.scenario_changes_better({ name, improved }, { locale });
	if (worse > 0) return m.scenario_changes_worse({ name, reduced }, { locale });
	return m.scenario_changes_none({ name }, { locale });
}

/** "12 000 €", to the euro. */
const eurosText = (euros: number, locale: Locale): string =>
	numberText(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }, euros);
