import { describe, expect, it } from 'vitest';
import type { Scenario } from '#domain/scenario.ts';
import { workKey } from '../../src/lib/state/kept-work.ts';
import { ScenarioKeeper, type ScenarioStore } from '../../src/lib/state/scenario-keeper.ts';
import * as edit from '../../src/lib/state/scenario-list.ts';
import type { Kept } from '../../src/lib/state/kept-store.ts';

/** What the browser's database does, in memory. */
function memoryStore(): ScenarioStore & { readonly saved: Map<string, Kept<readonly string[]>> } {
	const saved = new Map<string, Kept<readonly string[]>>();
	return {
		saved,
		read: (territory) => Promise.resolve(saved.get(territory) ?? null),
		write: (territory, known, value) => {
			const other = saved.get(territory) ?? { version: 0, value: [] };
			if (other.version !== known) return Promise.resolve(other);
			saved.set(territory, { version: known + 1, value });
			return Promise.resolve(null);
		}
	};
}

const TERRITORY = { name: 'Entre-Val-et-Monts', epciCode: null };
const copyOf = (scenario: Scenario) => ({ ...scenario, id: `${scenario.id}-2`, name: `${scenario.name} (copie)` });
const keeperOf = (store: ScenarioStore) => new ScenarioKeeper(store, workKey(TERRITORY), TERRITORY, copyOf);
const named = (id: string) => edit.newScenario(id, id.toUpperCase());
const names = (list: readonly Scenario[]) => list.map(({ name }) => name);

/** Saves as the page does: what comes of a conflict is saved in turn. */
async function saveAll(keeper: ScenarioKeeper, list: readonly Scenario[]): Promise<readonly Scenario[]> {
	for (let merge = await keeper.save(list); merge !== null; merge = await keeper.save(list)) list = merge(list);
	return list;
}

async function loaded(store: ScenarioStore): Promise<readonly Scenario[]> {
	return (await keeperOf(store).load()).scenarios;
}

describe('scenarios kept in the browser', () => {
	it('come back with the territory, prepared anew or not, and not with another', async () => {
		const store = memoryStore();
		const list = [named('a'), named('b')];
		await saveAll(keeperOf(store), list);
		expect(await loaded(store)).toEqual(list);
		const other = new ScenarioKeeper(store, workKey({ ...TERRITORY, name: 'Ailleurs' }), TERRITORY, copyOf);
		expect((await other.load()).scenarios).toEqual([]);
	});

	it('of two windows are all there: what each made, and both versions of what both edited', async () => {
		const store = memoryStore();
		await saveAll(keeperOf(store), [named('both'), named('first'), named('second'), named('gone'), named('undone')]);
		const [one, two] = [keeperOf(store), keeperOf(store)];
		const [{ scenarios: inOne }, { scenarios: inTwo }] = [await one.load(), await two.load()];

		let mine = edit.renamed(edit.renamed(inOne, 'both', 'mine'), 'first', 'by first');
		mine = edit.withScenario(edit.withoutScenario(mine, 'gone'), named('made-1'));
		await saveAll(one, edit.withoutScenario(mine, 'undone'));

		let theirs = edit.renamed(edit.renamed(inTwo, 'both', 'theirs'), 'second', 'by second');
		theirs = edit.withScenario(edit.renamed(theirs, 'undone', 'edited'), named('made-2'));
		const merged = await saveAll(two, theirs);

		// What one deleted and the other edited stays; what one deleted and the other left is gone.
		const expected = ['theirs', 'mine (copie)', 'by first', 'by second', 'edited', 'MADE-2', 'MADE-1'];
		expect(names(merged)).toEqual(expected);
		expect(await loaded(store)).toEqual(merged);
		expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
	});

	it('that this version cannot read stay as they are, and it is said', async () => {
		const store = memoryStore();
		await saveAll(keeperOf(store), [named('a')]);
		const [[key, { version, value }]] = store.saved;
		const later = '{"format":"maillage-scenario","schema_version":99}';
		store.saved.set(key, { version, value: [...value, later] });
		const keeper = keeperOf(store);
		const read = await keeper.load();
		expect(names(read.scenarios)).toEqual(['A']);
		expect(read.notices).toEqual([{ code: 'note_scenario_saved_unread', params: {} }]);
		await saveAll(keeper, edit.renamed(read.scenarios, 'a', 'B'));
		expect(store.saved.get(key)?.value[1]).toBe(later);
		expect(names(await loaded(store))).toEqual(['B']);
	});

	it('are not said to be saved by a browser that refuses', async () => {
		const refuse = () => Promise.reject(new Error('QuotaExceededError'));
		const keeper = keeperOf({ read: refuse, write: refuse });
		await expect(keeper.load()).rejects.toThrow('Quota');
		await expect(keeper.save([named('a')])).rejects.toThrow('Quota');
	});
});
