/**
 * The people of the portal: their accounts and rights, and how they sign in.
 *
 * <p>Start with {@link fr.hubee.people.account.Account}, {@link fr.hubee.people.signin.SignInService} and
 * {@link fr.hubee.people.session.SessionService}. It calls {@code kernel}, {@code journal} and {@code directory}.
 */
package fr.hubee.people;
