/** Which knowledge folder the scripts use that need nothing else of the configuration. */
import { scriptConfig } from './script-config.ts';

/** The folder, or undefined after saying on standard error what is wrong. A wrong token is no reason to stop. */
export function knowledgeDir(): string | undefined {
	return scriptConfig(['KNOWLEDGE_DIR'])?.knowledgeDir;
}
