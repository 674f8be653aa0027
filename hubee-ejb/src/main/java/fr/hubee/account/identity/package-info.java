/**
 * A person's name and contact data, as she typed them.
 *
 * <p>Start with {@link fr.hubee.account.identity.Identity}.
 */
package fr.hubee.account.identity;
