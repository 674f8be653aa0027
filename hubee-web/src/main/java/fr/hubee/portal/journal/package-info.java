/** Page of the audit journal, for the national administrator. */
package fr.hubee.portal.journal;
