/**
 * SQLite's FTS5 in memory, through Node's own module: the Porter stemmer over the Unicode tokenizer without accents,
 * words joined by OR (its default is AND, which hardly any question would pass), ranked by bm25 with a title that counts
 * twice. It corrects no typing errors.
 */
import { DatabaseSync } from 'node:sqlite';
import { FIELDS } from '../corpus.ts';
import { type EngineKind, LIMIT } from '../engine.ts';
import { contentWords } from '../stop-words.ts';

export const fts5: EngineKind = {
	name: 'SQLite FTS5',
	setup: '`porter unicode61 remove_diacritics 2`, words joined by OR without stop words, bm25 with title × 2',
	scored: true,
	build(documents) {
		const database = new DatabaseSync(':memory:');
		database.exec(
			`CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, ${FIELDS.join(', ')}, tokenize = 'porter unicode61 remove_diacritics 2')`,
		);
		// One weight a column, that of the id first.
		database.exec(
			`INSERT INTO entry(entry, rank) VALUES ('rank', 'bm25(0, ${FIELDS.map((field) => (field === 'title' ? 2 : 1)).join(', ')})')`,
		);
		const insert = database.prepare(
			`INSERT INTO entry(id, ${FIELDS.join(', ')}) VALUES (?, ${FIELDS.map(() => '?').join(', ')})`,
		);
		database.exec('BEGIN');
		for (const document of documents) insert.run(document.id, ...FIELDS.map((field) => document[field]));
		database.exec('COMMIT');
		const select = database.prepare('SELECT id, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?');
		return {
			search(text) {
				const words = contentWords(text);
				if (words.length === 0) return [];
				const rows = select.all(words.map((word) => `"${word}"`).join(' OR '), LIMIT);
				// A better match has a lower rank.
				return rows.map(({ id, rank }) => ({ id: String(id), score: -Number(rank) }));
			},
			outside() {
				const [pages] = database
					.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
					.all();
				return Number(pages?.bytes ?? 0);
			},
		};
	},
};
