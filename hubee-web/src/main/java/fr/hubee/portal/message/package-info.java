/**
 * Messages about what was done or refused. Start with {@link fr.hubee.portal.message.PageMessages}; a refusal of the
 * domain is converted by {@link fr.hubee.portal.message.PortalExceptions}.
 */
package fr.hubee.portal.message;
