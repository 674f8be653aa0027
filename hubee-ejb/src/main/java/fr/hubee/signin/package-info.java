/**
 * How people sign in. Start with {@link fr.hubee.signin.SignInService} (password, code) and
 * {@link fr.hubee.signin.FederatedSignInService} (ProConnect): they define the flow. The subpackages do not depend on
 * it.
 */
package fr.hubee.signin;
