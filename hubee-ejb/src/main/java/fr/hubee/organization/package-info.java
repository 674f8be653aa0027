/**
 * Who takes part in the exchange: the register of organisations, kept by hand or from a file.
 *
 * <p>Start with {@link fr.hubee.organization.Organization}. More than twenty classes, because a line of a file is checked by the
 * rules of the form, and written by the repository that no other package sees.
 */
package fr.hubee.organization;
