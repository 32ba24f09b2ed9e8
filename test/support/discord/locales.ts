/** The locales Discord takes as keys of localisations and sends with interactions (reference#locales). */
export const locales: ReadonlySet<string> = new Set(
	(
		'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk ' +
		'vi zh-CN zh-TW'
	).split(' '),
);
