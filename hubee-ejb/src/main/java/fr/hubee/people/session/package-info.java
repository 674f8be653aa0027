/**
 * The sessions of signed-in people, their last sign-in, and the failed attempts that lock an account or an address. Start with
 * {@link fr.hubee.people.session.SessionService}.
 */
package fr.hubee.people.session;
