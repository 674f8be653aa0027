/** The saved filters of a user: {@code /mes-filtres}. */
package fr.hubee.portal.savedfilter;
