/**
 * Limits on how answers are read: an unread answer keeps neither a thread nor memory without limit. Start with {@link
 * fr.hubee.http.delivery.PacedAnswer}.
 */
package fr.hubee.http.delivery;
