/**
 * Sign-in of people. Start with {@link fr.hubee.people.signin.SignInService} (password, code) and
 * {@link fr.hubee.people.signin.FederatedSignInService} (ProConnect): they define the flow. The neighbouring packages do not depend on it.
 */
package fr.hubee.people.signin;
