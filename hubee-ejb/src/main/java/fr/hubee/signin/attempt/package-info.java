/**
 * Attempts to sign in: failures by login and by place, locks, known browsers, why somebody is refused, and the journal. Start with
 * {@link fr.hubee.signin.attempt.Failures}.
 */
package fr.hubee.signin.attempt;
