/**
 * The sessions of signed-in people, and the date of their last sign-in. Start with
 * {@link fr.hubee.signin.session.SessionService}.
 */
package fr.hubee.signin.session;
