/** Takes a command as a bot sends it, gives it as the OpenAPI file has it: there the permission bit field is an integer. */
export function commandForSpec(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
	const bits = body.default_member_permissions;
	return typeof bits === 'string' && /^\d+$/.test(bits) ? { ...body, default_member_permissions: Number(bits) } : body;
}

/** Takes an error answer, gives it as the OpenAPI file has it: there the codes in the tree are integers, not words. */
export function errorForSpec(body: unknown): unknown {
	return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'code' ? 0 : value)));
}
