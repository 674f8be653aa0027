/**
 * Second factors: codes by e-mail or from an authenticator application, incomplete sign-ins, and confirmations in an
 * open session. Start with {@link fr.hubee.people.secondfactor.SignInStep}.
 */
package fr.hubee.people.secondfactor;
