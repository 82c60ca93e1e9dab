/** The types of the workers' jobs, for the layers above: they speak to workers through this folder alone. */
export type {
	ExportedFile,
	ExportRequest,
	FolderEntry,
	IsochroneAnswer,
	IsochroneRequest,
	PaintRequest,
	TerritorySource
} from '#workers/jobs/atlas/atlas-jobs.ts';
