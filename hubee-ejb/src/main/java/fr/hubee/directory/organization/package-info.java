/**
 * The parties of the exchange: the register of organisations, changed by hand or by file import.
 *
 * <p>Start with {@link fr.hubee.directory.organization.Organization}. There are more than twenty classes because the import uses
 * the rules of the form, and the repository, which no other package sees.
 */
package fr.hubee.directory.organization;
