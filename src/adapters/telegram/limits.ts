/** Telegram's limits, from core.telegram.org/bots/api (Bot API 10.1, 11 June 2026). */

/** sendMessage, editMessageText: characters after entities parsing. */
export const MAX_TEXT = 4096;
/** InlineKeyboardButton.callback_data, in bytes. */
export const MAX_CALLBACK_DATA = 64;
/** A button's label is cut where most clients cut it; the API sets no limit. In characters. */
export const MAX_BUTTON_LABEL = 60;
/** Buttons under one answer: more than fits a screen helps nobody; the API allows 100. */
export const MAX_BUTTONS = 10;
/** Buttons in a row: two labels can still be read side by side. */
export const BUTTONS_IN_ROW = 2;
/** Those below the others say little more than a word. */
export const FEEDBACK_IN_ROW = 3;
/** BotCommand.description. */
export const MAX_COMMAND_DESCRIPTION = 256;
/** setMyDescription, setMyShortDescription. */
export const MAX_DESCRIPTION = 512;
export const MAX_SHORT_DESCRIPTION = 120;
/** answerCallbackQuery.text. */
export const MAX_CALLBACK_ANSWER = 200;
