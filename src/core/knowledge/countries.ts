/** The countries and territories of ISO 3166-1, and Kosovo: their names in many languages, from the package world-countries. */
import worldCountries, { type Countries } from 'world-countries';

// The package declares an ES module's default export but ships CommonJS, so its type here is one level off.
const countries = worldCountries as unknown as Countries;

export interface Country {
	/** ISO 3166-1 alpha-2; XK for Kosovo. */
	code: string;
	alpha3: string;
	/** A state rather than a territory. */
	sovereign: boolean;
	name: string;
	flag: string;
	capitals: string[];
	/** Region and subregion: "Asia", "Central Asia". */
	regions: string[];
	/** English demonyms: "Russian". */
	demonyms: string[];
	/** English names and spellings. */
	names: string[];
	/** Names in other languages and scripts. */
	foreignNames: string[];
}

export const COUNTRIES: ReadonlyMap<string, Country> = new Map(
	countries.map((country) => [
		country.cca2,
		{
			code: country.cca2,
			alpha3: country.cca3,
			sovereign: country.independent || country.unMember,
			name: country.name.common,
			flag: country.flag,
			capitals: country.capital ?? [],
			regions: [country.region, country.subregion],
			demonyms: Object.values(country.demonyms?.eng ?? {}),
			names: [country.name.common, country.name.official],
			foreignNames: [
				...country.altSpellings.filter((spelling) => spelling !== country.cca2),
				...Object.values(country.name.native ?? {}).flatMap((native) => [native.common, native.official]),
				...Object.values(country.translations).flatMap((names) => [names.common, names.official]),
			],
		},
	]),
);

/** The flag of a country code as an emoji: RU gives 🇷🇺; for a part of a country, that of the country. */
export function flagOf(code: string): string {
	return code.slice(0, 2).replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)));
}
