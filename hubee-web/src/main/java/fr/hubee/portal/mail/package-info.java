/** The page of the outbox, for the national administrator. */
package fr.hubee.portal.mail;
