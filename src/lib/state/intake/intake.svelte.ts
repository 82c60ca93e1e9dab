import type { SchoolZone } from '#domain/calendar.ts';
import type { Mode } from '#domain/travel.ts';
import type { InseeCode } from '#domain/units.ts';
import type { ImportFile, ImportWork } from '#io/intake/import-json.ts';
import type { FileUse } from '#io/intake/recognise.ts';
import type { TerritorySource } from '../../compute/jobs.ts';
import type { NamedEpci, PackageAddresses, ReviewSitesRequest } from '../../compute/prepare-client.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import { failureOf, isAbort, type Failure } from '../failure.ts';
import { AdminNames } from './admin-names.svelte.ts';
import {
	communesOfArea,
	departementsOfArea,
	isListed,
	nameOfOutline,
	zoneOfDepartements,
	type IntakeArea
} from './area.ts';
import { newProjectId } from '../project-names.ts';
import { gapsOf } from './gaps.ts';
import { GivenFile } from './given-file.svelte.ts';
import { blobsOf, type ImportMade } from './import-keeper.ts';
import { Preparation } from './preparation.svelte.ts';
import { prepareRequest, reviewRequest } from './request.ts';
import { servedBy, sitesTellHours } from './served.ts';
import { SiteReview } from './site-review.svelte.ts';

/**
 * The files that the user gives, what they are, the territory they make, and its preparation. It outlives the page that shows it: files
 * stay chosen, whatever fails.
 */
export class Intake {
	readonly #client: WorkerClient;
	readonly #packages: PackageAddresses;
	readonly #open: (source: TerritorySource) => Promise<boolean>;
	#lastId = 0;

	files = $state.raw<readonly GivenFile[]>([]);
	/** Files of an import that was left, whose bytes were not kept: to be given again. */
	awaited = $state.raw<readonly ImportFile[]>([]);
	/** What the user chose; null while the files decide. */
	chosenArea = $state.raw<IntakeArea | null>(null);
	#chosenCommunes = $state.raw<readonly InseeCode[]>([]);
	typedName = $state<string | null>(null);
	chosenZone = $state<SchoolZone | null>(null);
	marginKm = $state(30);
	cutoffMinutes = $state(30);
	matrixMode = $state<Mode>('car');
	matrixUnit = $state<'seconds' | 'minutes' | null>(null);
	readonly names: AdminNames;
	readonly siteReview: SiteReview;
	readonly preparation: Preparation;
	failure = $state.raw<Failure | null>(null);
	/** What the last territory that is kept was prepared of. */
	#done = $state.raw<ImportMade | null>(null);

	readonly served = $derived(servedBy(this.files));
	readonly looking = $derived(this.files.some(({ looking }) => looking));
	readonly area: IntakeArea = $derived(
		this.chosenArea ?? { kind: this.served.has('perimeter') ? 'perimeter' : 'file' }
	);
	/** EPCI that the file of communes tells, by their names where the file or the national list knows them. */
	readonly epcisOfFile: readonly NamedEpci[] = $derived(
		(this.served.get('communes')?.look?.epcis ?? []).map((epci) => ({
			...epci,
			name:
				epci.name === epci.code
					? (this.names.index?.epcis.find(({ code }) => code === epci.code)?.name ?? epci.code)
					: epci.name
		}))
	);
	readonly name = $derived(this.typedName ?? this.#nameOfArea());
	readonly zone = $derived(this.chosenZone ?? zoneOfDepartements(this.#departements()));
	readonly isNamedArea = $derived(isListed(this.area));
	readonly gaps = $derived(
		gapsOf({
			uses: this.served,
			sitesTellHours: sitesTellHours(this.served),
			chosenByName: this.isNamedArea,
			name: this.name,
			zone: this.zone
		})
	);
	/** Files that cannot serve as what they are taken for. */
	readonly refused = $derived([...this.served.values()].filter(({ look }) => look !== null && look.failure !== null));
	readonly isReady = $derived.by(() => {
		const isWhole = this.refused.length === 0 && !this.gaps.some(({ blocking }) => blocking);
		return isWhole && !this.looking && this.preparation.preparing === null;
	});

	readonly #asItStands: ImportMade = $derived.by(() => ({
		work: {
			files: [
				...this.files.map(({ key, name, file, stated, columns }) => ({ key, name, bytes: file.size, stated, columns })),
				...this.awaited
			],
			area: this.chosenArea,
			communes: this.#chosenCommunes,
			name: this.typedName,
			zone: this.chosenZone,
			marginKm: this.marginKm,
			cutoffMinutes: this.cutoffMinutes,
			matrixMode: this.matrixMode,
			matrixUnit: this.matrixUnit,
			corrections: this.siteReview.corrections.history
		},
		blobs: blobsOf(this.files)
	}));
	/** What is in no territory yet; null where there is nothing that it would be a pity to lose. */
	readonly made: ImportMade | null = $derived.by(() => {
		const { files, area, name, zone, corrections } = this.#asItStands.work;
		const isNothing =
			files.length + corrections.list.length === 0 && area === null && (name ?? '').trim() === '' && zone === null;
		return isNothing || this.#asItStands === this.#done ? null : this.#asItStands;
	});

	/** @param open opens a territory; tells whether it is kept */
	constructor(client: WorkerClient, packages: PackageAddresses, open: (source: TerritorySource) => Promise<boolean>) {
		this.#client = client;
		this.#packages = packages;
		this.#open = open;
		this.names = new AdminNames(client, packages, (error) => (this.failure = failureOf(error)));
		this.siteReview = new SiteReview(client);
		this.preparation = new Preparation(client);
	}

	/** Takes files; each is looked at. One that is there already, by its name and size, takes the place of the former. */
	add(files: readonly File[]): void {
		const given = files.map((file) => new GivenFile(++this.#lastId, newProjectId(), file));
		const isAgain = (old: { readonly name: string }) => given.some(({ name }) => name === old.name);
		for (const file of given) {
			const former = [...this.files, ...this.awaited].find((old) => old.name === file.name);
			// A corrected file is the same thing, and its columns too.
			if (former !== undefined) [file.stated, file.columns] = [former.stated, former.columns];
		}
		this.files = [...this.files.filter((old) => !isAgain(old)), ...given];
		this.awaited = this.awaited.filter((old) => !isAgain(old));
		void this.#lookAt(given);
	}

	/** Goes on with an import that was left. @param blobs by the keys of its files: those that are not there are waited for */
	takeUp(work: ImportWork, blobs: ReadonlyMap<string, Blob>): void {
		const files = work.files.flatMap(({ key, name, stated, columns }) => {
			const blob = blobs.get(key);
			if (blob === undefined) return [];
			const file = new GivenFile(++this.#lastId, key, new File([blob], name));
			[file.stated, file.columns] = [stated, columns];
			return [file];
		});
		this.files = files;
		this.awaited = work.files.filter(({ key }) => !blobs.has(key));
		[this.chosenArea, this.#chosenCommunes] = [work.area, work.communes];
		[this.typedName, this.chosenZone] = [work.name, work.zone];
		[this.marginKm, this.cutoffMinutes] = [work.marginKm, work.cutoffMinutes];
		[this.matrixMode, this.matrixUnit] = [work.matrixMode, work.matrixUnit];
		this.siteReview.corrections.takeUp(work.corrections);
		void this.#lookAt(files);
	}

	/** A file that was waited for is left out. */
	forgetAwaited(file: ImportFile): void {
		this.awaited = this.awaited.filter((one) => one !== file);
	}

	remove(file: GivenFile): void {
		this.files = this.files.filter((one) => one !== file);
	}

	/** Says what a file is: null to have it recognised again. */
	state(file: GivenFile, use: FileUse | 'none' | null): void {
		file.stated = use;
		file.columns = {};
		void this.#lookAt([file]);
	}

	/** Chooses the column that tells a field; null for what is recognised. */
	map(file: GivenFile, field: string, heading: string | null): void {
		const others = Object.fromEntries(Object.entries(file.columns).filter(([one]) => one !== field));
		file.columns = heading === null ? others : { ...others, [field]: heading };
		void this.#lookAt([file]);
	}

	async #lookAt(files: readonly GivenFile[]): Promise<void> {
		for (const file of files) file.looking = true;
		for (const file of files) await this.#look(file);
		// What is read beside another file is read again once that one is known.
		const late = files.filter(({ use, look }) => (use === 'hours' || use === 'population') && look?.reading === null);
		for (const file of late) if (this.#beside(file) !== null) await this.#look(file);
	}

	#beside({ use }: GivenFile): GivenFile | null {
		const kind = use === 'hours' ? 'sites' : use === 'population' ? 'communes' : null;
		return kind === null ? null : (this.served.get(kind) ?? null);
	}

	async #look(file: GivenFile): Promise<void> {
		const { stated, columns } = file;
		const beside = this.#beside(file);
		file.looking = true;
		file.failure = null;
		try {
			const look = await this.#client.run('lookAtFile', {
				file: { name: file.name, blob: file.file },
				use: stated,
				columns,
				beside: beside === null || beside === file ? null : { name: beside.name, blob: beside.file },
				packages: this.#packages
			});
			if (file.stated === stated && file.columns === columns) file.look = look;
			if (look.epcis.some(({ code, name }) => name === code)) void this.names.loadIndex();
		} catch (error) {
			file.look = null;
			file.failure = failureOf(error);
		}
		file.looking = false;
	}

	async chooseArea(area: IntakeArea | null): Promise<void> {
		this.failure = null;
		try {
			if (area !== null && isListed(area)) {
				const isListOfCodes = area.kind === 'communes';
				this.#chosenCommunes = isListOfCodes
					? area.communes.map(({ code }) => code)
					: communesOfArea(area, await this.names.divisionOf(departementsOfArea(area)));
			}
			// One commune more does not rename a territory that the user named.
			const isSame = area?.kind === 'communes' && this.area.kind === 'communes';
			this.chosenArea = area;
			if (!isSame) this.typedName = this.chosenZone = null;
		} catch (error) {
			this.failure = failureOf(error);
		}
	}

	/** How many communes were chosen by name. */
	get chosenCount(): number {
		return this.#chosenCommunes.length;
	}

	/** What the sites are reviewed with; null while they cannot be. */
	get reviewRequest(): ReviewSitesRequest | null {
		if (this.looking) return null;
		return reviewRequest(this, this.isNamedArea ? this.#chosenCommunes : null, this.#packages);
	}

	#departements(): readonly string[] {
		const { area } = this;
		if (isListed(area)) return departementsOfArea(area);
		return this.served.get('communes')?.look?.departements ?? [];
	}

	#nameOfArea(): string {
		const { area } = this;
		if (area.kind === 'communes') return area.communes.length === 1 ? area.communes[0].name : '';
		if (area.kind === 'perimeter') return nameOfOutline(this.served.get('perimeter')?.look ?? null);
		if (area.kind !== 'file') return area.name;
		return this.epcisOfFile.length === 1 ? this.epcisOfFile[0].name : '';
	}

	/** Prepares the territory and opens it. What fails is told, and everything stays as it was. */
	async prepare(): Promise<void> {
		const given = this.#asItStands;
		this.failure = null;
		try {
			const communes = this.isNamedArea ? this.#chosenCommunes : null;
			const file = await this.preparation.run(prepareRequest(this, communes, this.#packages));
			if (await this.#open({ kind: 'zip', file })) this.#done = given;
		} catch (error) {
			if (!isAbort(error)) this.failure = failureOf(error);
		}
	}
}
