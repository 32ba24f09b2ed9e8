/** Who an interaction comes from, and whether they may moderate. */
import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../../../commands/asker.ts';

/** Who moderates: by a role, or by Manage Server, in this one server. Anyone can add the bot to a server of their own. */
export interface DiscordModerators {
	moderatorGuild: string | undefined;
	moderatorRoles: readonly string[];
}

export function askerOf(interaction: Interaction, moderators: DiscordModerators): Asker {
	const { user } = interaction;
	return {
		platform: 'discord',
		platformId: user.id,
		name: user.globalName ?? user.username,
		chat: interaction.channelId ?? user.id,
		isModerator: async () => isModerator(interaction, moderators),
	};
}

/** Discord sends roles and permissions with each interaction, as they are at that moment. */
function isModerator(interaction: Interaction, { moderatorGuild, moderatorRoles }: DiscordModerators): boolean {
	const { guildId, member, memberPermissions } = interaction;
	if (moderatorGuild === undefined || guildId !== moderatorGuild || !member) return false;
	if (memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
	const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
	return roles.some((role) => moderatorRoles.includes(role));
}
