/** The arrows between the folders (docs/architecture.md). `npm test` keeps them, and shows that a planted violation is seen. */
const only = (name, from, allowed, comment) => ({
	name,
	severity: 'error',
	comment,
	from: { path: from },
	to: { path: '^(src|commands|test)/', pathNot: [from, ...allowed] },
});

const forAdapters = ['^commands/', '^src/core/', '^src/log\\.ts$'];

module.exports = {
	forbidden: [
		only('core-is-pure', '^src/core/', [], 'core imports nothing from outside core'),
		{
			name: 'core-has-no-machine',
			severity: 'error',
			comment: 'core has no network, files or clock of its own, and no chat platform',
			from: { path: '^src/core/' },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'core-packages',
			severity: 'error',
			comment: 'core uses these packages only',
			from: { path: '^src/core/' },
			to: { path: 'node_modules', pathNot: 'node_modules/(zod|fuse\\.js|world-countries|dale-chall|@orama/stemmers)/' },
		},
		only('files-know-core', '^src/files/', ['^src/core/'], 'files import core'),
		only('store-stands-alone', '^src/store/', [], 'the store imports nothing of the program'),
		only(
			'moderation-knows-core-and-store',
			'^src/moderation/',
			['^src/core/', '^src/store/'],
			'moderation imports core and store',
		),
		only('commands-know-core', '^commands/', ['^src/core/', '^src/moderation/'], 'commands import core and moderation'),
		{
			name: 'adapters-stand-alone',
			severity: 'error',
			comment: 'adapters import commands and core, never each other',
			from: { path: '^src/adapters/([^/]+)/' },
			to: {
				path: '^(src|commands|test)/',
				pathNot: ['^src/adapters/$1/', '^src/adapters/[^/]+\\.ts$', ...forAdapters],
			},
		},
		only('adapters-share', '^src/adapters/[^/]+\\.ts$', forAdapters, 'what adapters share knows none of them'),
		{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'no-tests-in-the-product', severity: 'error', from: { path: '^(src|commands)/' }, to: { path: '^test/' } },
		{ name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default'],
		},
		parser: 'swc',
	},
};
