/**
 * Sign-in with ProConnect by OpenID Connect; off until it is configured (see {@code docs/proconnect.md}).
 *
 * <p>Start with {@link fr.hubee.websecurity.proconnect.ProConnectSignIn}. The provider's answers are checked in {@code
 * TokenChecks} and {@code ProvenIdentity}; {@link fr.hubee.people.signin.FederatedSignInService} decides whether the person
 * may sign in.
 *
 * <p>Its classes stay together: they are the small steps of one protocol, and nearly all are
 * package-private.
 */
package fr.hubee.websecurity.proconnect;
