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
export type { HoursCorrection } from '#workers/jobs/atlas/hours/hours-jobs.ts';
export type { DiagnosticRequest } from '#workers/jobs/diagnostic/diagnostic-jobs.ts';
export type { ExpectedRequest, ExperimentRequest, FollowUpRequest } from '#workers/jobs/follow-up/follow-up-jobs.ts';
export type {
	CandidateAnswer,
	CandidateRequest,
	ComparisonExport,
	ComparisonRequest,
	ScenarioInForce
} from '#workers/jobs/scenario/scenario-jobs.ts';
export type { JobName, RequestOf, ResponseOf } from '#workers/protocol.ts';
