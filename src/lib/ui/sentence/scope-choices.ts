import type { Scope } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';

export interface ScopeChoice {
	readonly scope: Scope;
	/** One per choice, whatever the names. */
	readonly key: string;
	readonly name: string;
}
export interface ScopeGroups {
	/** The group or the drawn sector in force: it is in no list. */
	readonly made: readonly ScopeChoice[];
	readonly territory: readonly ScopeChoice[];
	readonly epcis: readonly ScopeChoice[];
	readonly communes: readonly ScopeChoice[];
}

/** Of a group or a drawn sector all that it is made of: it has no code. */
export const scopeKey = (scope: Scope) =>
	scope.kind === 'epci' || scope.kind === 'commune' ? `${scope.kind} ${scope.code}` : JSON.stringify(scope);

/** Letters without case, accents, hyphens or apostrophes: "saint denis" finds "Saint-Denis". */
export function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[-'’\s]+/g, ' ')
		.trim();
}

/**
 * Where figures can be of: the group or the sector in force, which somebody made; the territory, its EPCI where there are several, the communes
 * of its perimeter, by name.
 */
export function scopeChoices(
	summary: TerritorySummary,
	locale: Locale,
	scope: Scope = { kind: 'territory' }
): ScopeGroups {
	const { compare } = new Intl.Collator(locale);
	const choice = (scope: Scope, name: string): ScopeChoice => ({ scope, key: scopeKey(scope), name });
	const byName = (a: ScopeChoice, b: ScopeChoice) => compare(a.name, b.name);
	const epcis = summary.epcis.map(({ code, name }) => choice({ kind: 'epci', code }, name));
	const communes = summary.communes.flatMap(({ margin, code, name }) =>
		margin ? [] : [choice({ kind: 'commune', code }, name)]
	);
	return {
		made: scope.kind === 'communes' || scope.kind === 'drawn' ? [choice(scope, scope.name)] : [],
		territory: [choice({ kind: 'territory' }, summary.name)],
		epcis: epcis.length > 1 ? epcis.sort(byName) : [],
		communes: communes.sort(byName)
	};
}

/** The choices whose name holds what was typed, or whose code begins with it; names that begin with it come first. */
export function matchingChoices(choices: readonly ScopeChoice[], typed: string): readonly ScopeChoice[] {
	const wanted = folded(typed);
	if (wanted === '') return choices;
	const found = choices.flatMap((choice) => {
		const name = folded(choice.name);
		const code = 'code' in choice.scope ? choice.scope.code.toLowerCase() : '';
		if (!name.includes(wanted) && !code.startsWith(wanted)) return [];
		return [{ choice, first: name.startsWith(wanted) }];
	});
	return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].map(({ choice }) => choice);
}
