/**
 * Passwords, their rules, and the links to choose one. Start with {@link fr.hubee.people.password.PasswordPolicy} for
 * the rules, {@link fr.hubee.people.password.LinkService} for the links. There are more than twenty classes because a
 * link has as many steps and outcomes as a sign-in.
 */
package fr.hubee.people.password;
