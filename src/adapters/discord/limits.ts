/** Discord's limits, from docs.discord.com/developers (6 August 2026). */

/** resources/message: embed limits, in characters. */
export const MAX_EMBED_TITLE = 256;
export const MAX_EMBED_DESCRIPTION = 4096;
export const MAX_EMBED_FOOTER = 2048;
export const MAX_FIELD_NAME = 256;
export const MAX_FIELD_VALUE = 1024;
/** resources/message: over all embeds of a message. */
export const MAX_EMBED_TOTAL = 6000;
/** components/reference */
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
export const BUTTONS_IN_ROW = 5;
/** Buttons under one answer: two rows; the API allows five. */
export const MAX_BUTTONS = 10;
/** interactions/application-commands */
export const MAX_CHOICES = 25;
export const MAX_CHOICE_NAME = 100;
export const MAX_CHOICE_VALUE = 100;
export const MAX_DESCRIPTION = 100;
export const MAX_OPTION_LENGTH = 6000;
/** interactions/receiving-and-responding: the first response, in milliseconds. */
export const FIRST_RESPONSE = 3000;
/** components/reference: modals and what stands in them. */
export const MAX_MODAL_TITLE = 45;
export const MAX_MODAL_FIELDS = 5;
export const MAX_LABEL = 45;
export const MAX_LABEL_DESCRIPTION = 100;
export const MAX_TEXT_INPUT = 4000;
