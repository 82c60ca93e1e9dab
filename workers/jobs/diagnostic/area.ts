import type { Commune } from '#domain/commune.ts';
import type { Message } from '#domain/notes.ts';
import type { Scope } from '#domain/question.ts';
import type { InputKind, Territory } from '#domain/territory.ts';
import { NOT_PUBLIC } from '../atlas/cards/site-from-place.ts';
import { communesInScope, standsInScope } from '../atlas/scope.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';
import { municipalPopulation } from '../perimeter-figures.ts';
import { say } from './figure.ts';

/** The part of a territory that a diagnostic is of. */
export interface Area {
	readonly session: AtlasSession;
	/** Of the question, without its scenario. */
	readonly view: View;
	readonly name: string;
	readonly communes: readonly Commune[];
	/** False where a drawn sector takes some demand points of a commune and leaves others. */
	readonly ofWholeCommunes: boolean;
	/** Ranks of the public sites that stand in it, and of those that count. */
	readonly sites: readonly number[];
	readonly counted: readonly number[];
	/** Of the grid. */
	readonly people: number;
	readonly municipale: number | null;
	/** Communes whose people are in the population source, where it lists communes: one that it leaves out is not an empty one. */
	readonly peopled: { readonly known: number; readonly of: number; readonly what: 'communes' };
	/** Why nothing is known of its people, where none are told of. */
	readonly whyNobody: Message;
	/** Why the population municipale is not known, where it is not. */
	readonly whyNoMunicipale: Message;
	/** What travel times rest on. */
	readonly timesInputs: readonly InputKind[];
	/** Whether travel times are estimated. */
	readonly estimatedTimes: boolean;
}

/** Gathers what a question's scope holds. @throws MaillageError as `pointsInScope` */
export function areaOf(session: AtlasSession, view: View): Area {
	const { territory } = session;
	const { scope } = view.question;
	const communes = communesInScope(territory, scope);
	const stands = standsInScope(territory, scope);
	const isPublic = (rank: number) => {
		const { kind } = territory.sites[rank];
		return view.counted[rank] === 1 || !(NOT_PUBLIC.has(kind) || kind === 'return-box');
	};
	const sites = [...territory.sites.keys()].filter((rank) => stands(territory.sites[rank]) && isPublic(rank));
	const ofWholeCommunes = hasWholeCommunes(territory, communes, view.inScope);
	const missing = communes.filter(({ municipalPopulation: people }) => people === null).length;
	const { origin } = view.times;
	const peopled = { known: peopledCommunes(territory, communes), of: communes.length, what: 'communes' } as const;
	return {
		session,
		view,
		name: areaName(territory, scope),
		communes,
		ofWholeCommunes,
		sites,
		counted: sites.filter((rank) => view.counted[rank] === 1),
		people: territory.population.people.reduce((sum, one, point) => sum + (view.inScope[point] === 1 ? one : 0), 0),
		municipale: ofWholeCommunes ? municipalPopulation(communes) : null,
		peopled,
		whyNobody: peopled.known === 0 ? say('diagnostic_why_no_people') : say('diagnostic_why_nobody'),
		whyNoMunicipale: ofWholeCommunes
			? say('diagnostic_why_municipale', { count: missing })
			: say('diagnostic_why_drawn'),
		timesInputs: origin === 'estimated' ? [] : [origin],
		estimatedTimes: origin === 'estimated'
	};
}

/** Communes that the population source tells of; a grid tells of the whole ground. */
function peopledCommunes({ population: { kind, communeCodes } }: Territory, communes: readonly Commune[]): number {
	if (kind !== 'commune') return communes.length;
	const told = new Set(communeCodes);
	return communes.filter(({ code }) => told.has(code)).length;
}

function hasWholeCommunes(
	{ population: { communeCodes } }: Territory,
	communes: readonly Commune[],
	inScope: Uint8Array
): boolean {
	const codes = new Set<string>(communes.map(({ code }) => code));
	return (
		communes.length > 0 &&
		communeCodes.every((code, point) => code === null || !codes.has(code) || inScope[point] === 1)
	);
}

function areaName({ name, communes }: Territory, scope: Scope): string {
	switch (scope.kind) {
		case 'territory':
			return name;
		case 'epci':
			return (
				communes.find(({ epciCode, epciName }) => epciCode === scope.code && epciName !== null)?.epciName ?? scope.code
			);
		case 'commune':
			return communes.find(({ code }) => code === scope.code)?.name ?? scope.code;
		default:
			return scope.name;
	}
}
