/**
 * Signing in with ProConnect, which speaks OpenID Connect: off until it is set (see {@code docs/proconnect.md}).
 *
 * <p>Start with {@link fr.hubee.websecurity.proconnect.ProConnectSignIn}. What is checked of the provider's answers
 * stands in {@code TokenChecks} and {@code ProvenIdentity}; whether the person may come in is the business of
 * {@link fr.hubee.signin.FederatedSignInService}.
 *
 * <p>Its twenty-odd classes stay together: they are the small steps of one protocol, and all but the first are hidden here.
 */
package fr.hubee.websecurity.proconnect;
