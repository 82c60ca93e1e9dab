import type { Message } from '#domain/notes.ts';
import type { ProjectContent } from '#io/project/project-content.ts';
import type { TerritorySource } from '../compute/jobs.ts';
import type { WholeProject } from '../compute/project-client.ts';
import type { Atlas } from './atlas.svelte.ts';
import { workKey } from './kept-work.ts';
import { projectFile, readProjectOf, zipOf, type ProjectFile } from './project-files.ts';
import { freeName, newProjectId, timeNow, viewOf } from './project-names.ts';
import type { KeptProject, ProjectStore } from './project-store.ts';
import type { Scenarios } from './scenarios.svelte.ts';
import { isFull } from './work-notices.svelte.ts';

/** What is changed rests this long before the list of projects tells it. */
const TOLD_AFTER_MS = 1500;

/** Room that the browser has for this site, bytes. */
export interface Room {
	readonly used: number;
	readonly left: number;
	/** The browser has promised not to clear it by itself. */
	readonly persisted: boolean;
}

/** Opens a territory, on the words of an address; resolves once it is open, or refused. */
type OpenTerritory = (source: TerritorySource, view: URLSearchParams) => Promise<void>;

/**
 * The projects kept in this browser: each a territory with its files, and all that was made on it. A territory that the user opens is one from
 * then on.
 */
export class Projects {
	readonly #store: ProjectStore;
	readonly #atlas: Atlas;
	readonly #scenarios: () => Scenarios;
	readonly #open: OpenTerritory;
	/** The project that each territory was opened from. */
	readonly #ids = new WeakMap<TerritorySource, string>();
	#telling: ReturnType<typeof setTimeout> | undefined;
	/** Null until the browser has told. */
	list = $state.raw<readonly KeptProject[] | null>(null);
	room = $state.raw<Room | null>(null);
	/** A file is being written or read. */
	busy = $state<'writing' | 'reading' | null>(null);
	notice = $state.raw<Message | null>(null);
	/** The project proposed to go on with; null: none, or the reader has answered. */
	proposed = $state.raw<KeptProject | null>(null);

	constructor(store: ProjectStore, atlas: Atlas, scenarios: () => Scenarios, open: OpenTerritory) {
		this.#store = store;
		this.#atlas = atlas;
		this.#scenarios = scenarios;
		this.#open = open;
	}

	/** The project that a territory was opened from; null where it is none. */
	readonly projectOf = (source: TerritorySource): string | null => this.#ids.get(source) ?? null;

	/** The project that is open; null where the territory is none. */
	get current(): KeptProject | null {
		const { source } = this.#atlas;
		const id = source === null ? null : this.projectOf(source);
		return this.list?.find((project) => project.id === id) ?? null;
	}

	/** Looks up what the browser keeps. @param awaited the territory that a link waits for: another is not proposed */
	async begin(awaited: string | null): Promise<void> {
		await this.#look();
		const candidates = (this.list ?? []).filter(({ territory }) => awaited === null || territory.name === awaited);
		this.proposed = candidates[0] ?? null;
	}

	/**
	 * Keeps the files of a territory that the user has opened, as a project of its name or in the place of its former files.
	 * @returns whether it is kept
	 */
	async keep(source: TerritorySource): Promise<boolean> {
		const { baseline } = this.#atlas;
		if (source.kind === 'url' || baseline === null || this.#atlas.source !== source) return false;
		let isKept = false;
		const territory = { name: baseline.name, epciCode: baseline.epciCode };
		const id = this.projectOf(source) ?? workKey(territory);
		this.#ids.set(source, id);
		this.proposed = null;
		await this.#try(async () => {
			const zip = await zipOf(source);
			const former = this.list?.find((project) => project.id === id);
			const name = former?.name ?? freeName(territory.name, this.list ?? []);
			const now = timeNow();
			const project = { id, name, territory, savedAt: now, openedAt: now, bytes: zip.size, view: location.search };
			await this.#store.put(project, zip, null);
			isKept = true;
		});
		await this.#look();
		return isKept;
	}

	/** Opens a kept project. @param view words of a link to open it on; those that it was left with where null */
	async open(project: KeptProject, view: URLSearchParams | null = null): Promise<void> {
		this.proposed = null;
		await this.#try(async () => {
			const zip = await this.#store.territory(project.id);
			if (zip === null) return void (this.notice = { code: 'note_project_gone', params: { name: project.name } });
			const source = { kind: 'zip', file: new File([zip], `${project.territory.name}.zip`) } as const;
			this.#ids.set(source, project.id);
			await this.#open(source, view ?? viewOf(project.view));
			if (this.#atlas.source === source) await this.#store.change(project.id, { openedAt: timeNow() });
		});
		await this.#look();
	}

	/** The file of the project that is open, or of the territory with what is made on it; null where it could not be written. */
	async fileOfOpen(): Promise<ProjectFile | null> {
		const { source, baseline } = this.#atlas;
		if (source === null || baseline === null) return null;
		const name = this.current?.name ?? baseline.name;
		return this.#file(async () => ({
			territory: await zipOf(source),
			content: {
				...this.#scenarios().work(),
				name,
				savedAt: timeNow(),
				territory: { name: baseline.name, epciCode: baseline.epciCode },
				view: location.search
			}
		}));
	}

	/** The file of a kept project. */
	async fileOf(project: KeptProject): Promise<ProjectFile | null> {
		if (project.id === this.current?.id) return this.fileOfOpen();
		return this.#file(async () => {
			const territory = await this.#store.territory(project.id);
			if (territory === null) throw new Error('The files of the territory are gone');
			return { territory, content: { ...project, ...(await this.#store.work(project.id)) } };
		});
	}

	/** Takes in the file of a project, as a project of its own, and opens it. Whatever fails, nothing of what is here changes. */
	async take(file: File): Promise<void> {
		this.busy = 'reading';
		await this.#try(async () => {
			const read = await readProjectOf(file);
			const project = await this.#taken(read.content, read.territory);
			await this.#look();
			await this.open(project);
			// Its territory does not open: it was said, and the project is none.
			if (this.current?.id !== project.id) return this.remove(project);
			for (const { message } of read.notes) this.#scenarios().notices.say(message);
		});
		this.busy = null;
	}

	async rename(project: KeptProject, name: string): Promise<void> {
		await this.#try(() => this.#store.change(project.id, { name }));
		await this.#look();
	}

	/** Makes another project of the same territory and the same work. @param name in the reader's language */
	async duplicate(project: KeptProject, name: string): Promise<void> {
		if (project.id === this.current?.id) await this.#scenarios().settled();
		await this.#try(async () => {
			const territory = await this.#store.territory(project.id);
			if (territory === null) return void (this.notice = { code: 'note_project_gone', params: { name: project.name } });
			const now = timeNow();
			const copy = {
				...project,
				id: newProjectId(),
				name: freeName(name, this.list ?? []),
				savedAt: now,
				openedAt: now
			};
			await this.#store.put(copy, territory, await this.#store.work(project.id));
		});
		await this.#look();
	}

	/** Deletes a project that is not open. */
	async remove(project: KeptProject): Promise<void> {
		if (project.id === this.current?.id) return;
		await this.#try(() => this.#store.remove(project.id));
		if (this.proposed?.id === project.id) this.proposed = null;
		await this.#look();
	}

	/** The question, the map or what is made has changed: the list tells it a little later. */
	changed(view: string): void {
		const id = this.current?.id;
		clearTimeout(this.#telling);
		if (id === undefined) return;
		this.#telling = setTimeout(() => {
			void this.#store
				.change(id, { view, savedAt: timeNow() })
				.then(() => this.#look())
				.catch(() => {
					// Said where the work itself is not saved.
				});
		}, TOLD_AFTER_MS);
	}

	/** Asks the browser not to clear what is kept when room is short. */
	async persist(): Promise<void> {
		const granted = await navigator.storage.persist();
		this.notice = { code: granted ? 'note_project_persisted' : 'note_project_not_persisted', params: {} };
		await this.#look();
	}

	async #taken(content: ProjectContent, territory: Blob): Promise<KeptProject> {
		const own = workKey(content.territory);
		const work = await this.#store.work(own);
		const isFree =
			!this.list?.some(({ id }) => id === own) && work.scenarios.length === 0 && work.documents + work.hours === '';
		const now = timeNow();
		const project = {
			id: isFree ? own : newProjectId(),
			name: freeName(content.name, this.list ?? []),
			territory: content.territory,
			savedAt: content.savedAt ?? now,
			openedAt: now,
			bytes: territory.size,
			view: content.view
		};
		await this.#store.put(project, territory, content);
		return project;
	}

	async #file(make: () => Promise<WholeProject>): Promise<ProjectFile | null> {
		this.busy = 'writing';
		let made: ProjectFile | null = null;
		await this.#try(async () => {
			made = await projectFile(await make());
		});
		this.busy = null;
		return made;
	}

	async #look(): Promise<void> {
		try {
			this.list = await this.#store.list();
			const { usage = 0, quota = 0 } = await navigator.storage.estimate();
			this.room = { used: usage, left: Math.max(0, quota - usage), persisted: await navigator.storage.persisted() };
		} catch {
			// What the browser refuses is said where something was to be kept.
			this.list ??= [];
		}
	}

	/** What the browser refuses to keep is said in a notice, what the user can mend as a failure. */
	async #try(act: () => Promise<void>): Promise<void> {
		try {
			await act();
		} catch (error) {
			if (isFull(error)) this.notice = { code: 'note_project_no_room', params: {} };
			else if (error instanceof DOMException) this.notice = { code: 'note_project_not_kept', params: {} };
			else this.#atlas.fail(error);
		}
	}
}
