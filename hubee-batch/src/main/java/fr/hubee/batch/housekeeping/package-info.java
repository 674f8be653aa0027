/**
 * Sweeps what nobody needs any more: drafts and bytes without a row, expired tokens and sessions, answers kept for
 * repetition, old mails.
 */
package fr.hubee.batch.housekeeping;
