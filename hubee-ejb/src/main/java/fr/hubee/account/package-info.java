/**
 * The people of the portal: who they are, for which organisation they act, and what they may do there.
 *
 * <p>Start with {@link fr.hubee.account.Account}; {@link fr.hubee.account.RightsPolicy} says who may give what, {@link
 * fr.hubee.account.Habilitations} which démarches are reached. How they prove who they are is the business of {@code signin}.
 * More than twenty classes, because all of them ask the account, which shows itself to nobody else.
 */
package fr.hubee.account;
