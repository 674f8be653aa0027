/**
 * How a person signs in. Start with {@link fr.hubee.signin.SignInService} (password, code) and
 * {@link fr.hubee.signin.FederatedSignInService} (ProConnect): they are the flow, and the rooms below, which do not know it, hold what
 * it needs.
 */
package fr.hubee.signin;
