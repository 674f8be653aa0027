/**
 * Who a person is: her name and how she is reached, as she typed them.
 *
 * <p>Start with {@link fr.hubee.account.identity.Identity}.
 */
package fr.hubee.account.identity;
