/**
 * The rights: for every actor, scope and method of a service, on one's own organisation and on a foreign one.
 *
 * <p>One class for each feature and its rows, hence more than twenty.
 */
package fr.hubee.it.rights;
