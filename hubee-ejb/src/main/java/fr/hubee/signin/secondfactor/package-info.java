/**
 * Second factors: codes by e-mail or from an application, the step of a sign-in that waits for one, and its confirmation in an open
 * session. Start with {@link fr.hubee.signin.secondfactor.SignInStep}.
 */
package fr.hubee.signin.secondfactor;
