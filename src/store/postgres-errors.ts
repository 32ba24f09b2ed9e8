/** What a fault of PostgreSQL, or of the way to it, means to the operator. No message of the server is passed on: they hold addresses. */
import { DatabaseError } from 'pg';
import { StoreError } from './store.ts';

type Fault = [id: StoreError['id'], message: string];

const GONE: Fault = [
	'store-unreachable',
	'The database server does not answer. Check that it runs, and the host and port in DATABASE_URL.',
];
const REFUSED: Fault = [
	'store-unreachable',
	'The database server refuses the user or the password in DATABASE_URL. Correct them, or let the user in.',
];

/** By SQLSTATE, or by its first two characters. postgresql.org/docs/current/errcodes-appendix.html */
const FAULTS = new Map<string, Fault>([
	['08', GONE],
	['28', REFUSED],
	['57', GONE],
	['25P03', GONE],
	['3D', ['store-unreachable', 'There is no database of the name in DATABASE_URL. Create it, or correct the name.']],
	['3F', ['store-broken', 'The schema that DATABASE_URL names does not exist. Create it, or correct the name.']],
	['53300', ['store-unreachable', 'The database server has no connection to spare. Raise max_connections on it.']],
	['53', ['store-broken', 'The database server is out of disk space or memory.']],
	['58', ['store-broken', 'The database server cannot read or write its files. Look into its log.']],
	['XX', ['store-broken', 'The database is damaged. Look into the log of its server, and restore a backup.']],
	['42501', ['store-broken', 'The database user lacks a right. Make it the owner of the database.']],
	['25006', ['store-broken', 'The database cannot be written. Set DATABASE_URL to the primary server.']],
	['57014', ['store-locked', 'The database took too long. Look for another program that holds it up.']],
	['55P03', ['store-locked', 'The database took too long. Look for another program that holds it up.']],
]);

/** What the server did not say itself, by the code and message of Node or pg. */
const ON_THIS_SIDE: [pattern: RegExp, fault: Fault][] = [
	// Such as no password at all.
	[/SASL/, REFUSED],
	[
		/does not support SSL/,
		[
			'store-unreachable',
			'The database server does not encrypt. Take sslmode out of DATABASE_URL, or turn on ssl there.',
		],
	],
	[
		/CERT|UNABLE_TO_VERIFY|ERR_TLS/,
		[
			'store-unreachable',
			'The certificate of the database server is not trusted. Name who signed it by sslrootcert in DATABASE_URL.',
		],
	],
];

/** The StoreError for a connection that could not be made. */
export function fromConnecting(error: unknown): StoreError {
	if (error instanceof DatabaseError) return new StoreError(...(faultOf(error) ?? GONE));
	const { code, message } = error as { code?: string; message?: string };
	const known = ON_THIS_SIDE.find(([pattern]) => pattern.test(`${code} ${message}`));
	const [id, text] = known?.[1] ?? GONE;
	// The error itself is left behind: it holds the address, and after a misspelt one all of DATABASE_URL.
	return new StoreError(id, code === undefined ? text : `${text} (${code})`);
}

/** The StoreError that `error` amounts to; what is no fault of the database, such as a broken rule, comes back as it is. */
export function fromQuery(error: unknown): unknown {
	if (!(error instanceof DatabaseError)) return new StoreError(...GONE, { cause: error });
	const fault = faultOf(error);
	return fault ? new StoreError(...fault, { cause: error }) : error;
}

function faultOf({ code = '' }: DatabaseError): Fault | undefined {
	return FAULTS.get(code) ?? FAULTS.get(code.slice(0, 2));
}
