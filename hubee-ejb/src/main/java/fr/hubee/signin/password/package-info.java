/**
 * Passwords, their rules, and the links to choose one. Start with {@link fr.hubee.signin.password.PasswordPolicy} for
 * the rules, {@link fr.hubee.signin.password.LinkService} for the links. There are more than twenty classes because a
 * link has as many steps and outcomes as a sign-in.
 */
package fr.hubee.signin.password;
