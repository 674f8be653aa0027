/**
 * The people of the portal: their identity, their organisation, and their rights.
 *
 * <p>Start with {@link fr.hubee.people.account.Account}. {@link fr.hubee.people.account.RightsPolicy} defines who may give which
 * rights, {@link fr.hubee.people.account.Habilitations} which démarches a person can access. Authentication is in {@code
 * signin}. There are more than twenty classes because all of them use the account, which is hidden in this package.
 */
package fr.hubee.people.account;
