/**
 * Sign-in attempts: failures by login and by place, locks, known browsers, refusals, and the journal. Start with
 * {@link fr.hubee.signin.attempt.Failures}.
 */
package fr.hubee.signin.attempt;
