/**
 * The sessions of people who are signed in, and when each of them last signed in. Start with
 * {@link fr.hubee.signin.session.SessionService}.
 */
package fr.hubee.signin.session;
