/** The bot's own user and application, as the API shows them. */
export type BotApplication = {
	readonly id: string;
	readonly user: Record<string, unknown>;
	readonly application: Record<string, unknown>;
};

/** Takes the application's id, gives its user and application objects. */
export function botApplication(id: string): BotApplication {
	const user = {
		id,
		username: 'local-bot',
		avatar: null,
		discriminator: '0000',
		public_flags: 0,
		flags: 0,
		bot: true,
		global_name: null,
		primary_guild: null,
	};
	const application = {
		id,
		name: 'local-bot',
		icon: null,
		description: '',
		type: null,
		bot: user,
		bot_public: true,
		bot_require_code_grant: false,
		verify_key: '0'.repeat(64),
		flags: 0,
		flags_new: '0',
		redirect_uris: [],
		interactions_endpoint_url: null,
		role_connections_verification_url: null,
		owner: { ...user, bot: false, username: 'owner', id: '1' },
		approximate_guild_count: 1,
		approximate_user_install_count: 0,
		approximate_user_authorization_count: 0,
		explicit_content_filter: 0,
		team: null,
		eligible_oauth2_scopes: [],
	};
	return { id, user, application };
}
