/**
 * Who may call what: every actor and scope, every method of every service, one's own organisation and a foreign one.
 *
 * <p>One class for each feature and its rows, hence more than twenty.
 */
package fr.hubee.it.rights;
