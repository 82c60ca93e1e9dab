/** Imports run one way: domain ← io, core ← workers ← compute ← state ← ui ← routes (README, "The house"). */
const layer = {
	domain: '^src/lib/domain/',
	io: '^src/lib/io/',
	i18n: '^src/lib/i18n/',
	core: '^workers/core/',
	workers: '^workers/(?!core/)',
	compute: '^src/lib/compute/',
	map: '^src/lib/map/',
	state: '^src/lib/state/',
	report: '^src/lib/report/',
	ui: '^src/lib/ui/',
	routes: '^src/routes/',
	cli: '^src/cli/',
	service: '^src/service-worker\\.ts$',
	/** Dated facts and fitted parameters, with their sources. */
	data: '^data/(calendars|reference)/'
};
/** What each layer may import of the project, itself apart. */
const allowed = {
	domain: [],
	i18n: ['domain'],
	io: ['domain'],
	core: ['domain'],
	workers: ['domain', 'io', 'core', 'data'],
	/** Its worker of documents is made of what report writes. */
	compute: ['domain', 'workers', 'report'],
	state: ['domain', 'i18n', 'compute', 'io'],
	map: ['domain', 'i18n'],
	report: ['domain', 'i18n', 'io'],
	ui: ['domain', 'i18n', 'state', 'map', 'report', 'compute'],
	routes: ['domain', 'i18n', 'state', 'map', 'report', 'ui', 'compute'],
	cli: ['domain', 'i18n', 'io', 'core', 'workers', 'report'],
	/** What is kept of the app for when there is no network. */
	service: ['domain', 'io']
};
const oneWay = Object.entries(allowed).map(([from, to]) => ({
	name: `one-way-${from}`,
	comment: `${from} may import ${to.length ? to.join(', ') : 'nothing'} of the project`,
	severity: 'error',
	from: { path: layer[from] },
	to: { path: '^(src|workers|data|tests)/.*\\.(ts|js|svelte|json)$', pathNot: [from, ...to].map((name) => layer[name]) }
}));

module.exports = {
	forbidden: [
		...oneWay,
		{
			name: 'no-circular',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'not-to-unresolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^(\\$|\\./\\$types)|^@resvg/resvg-wasm/index_bg\\.wasm\\?url$' }
		},
		{
			name: 'domain-and-core-are-pure',
			comment: 'domain imports no package; core none that touches a page, a disk or a network',
			severity: 'error',
			from: { path: [layer.domain] },
			to: { dependencyTypes: ['npm', 'npm-dev', 'core'] }
		},
		{
			name: 'core-without-node',
			severity: 'error',
			from: { path: layer.core },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'node-only-in-cli',
			comment: 'what runs in a page must not reach for Node',
			severity: 'error',
			from: { path: '^(src/lib|src/routes|workers)/' },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'maps-in-one-place',
			severity: 'error',
			from: { path: '^(src|workers)/', pathNot: layer.map },
			to: { path: 'node_modules/(maplibre-gl|@deck\\.gl)/' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		exclude: { path: '^src/lib/i18n/paraglide/' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
