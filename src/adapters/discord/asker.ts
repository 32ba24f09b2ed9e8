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
	return rolesOf(member).some((role) => moderatorRoles.includes(role));
}

/**
 * The ids of the member's roles as the interaction brought them. Without the guilds intent discord.js knows no roles of the
 * server, and its role manager leaves out what it does not know; only the member itself has kept them.
 */
function rolesOf(member: NonNullable<Interaction['member']>): readonly string[] {
	if (Array.isArray(member.roles)) return member.roles;
	return (member as unknown as { _roles?: readonly string[] })._roles ?? [];
}
