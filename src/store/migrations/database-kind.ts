/** The databases that the store works with. They differ in how tables and triggers are made, not in the queries. */
export type DatabaseKind = 'sqlite' | 'postgres';
