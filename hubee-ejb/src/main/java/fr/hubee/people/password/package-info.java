/**
 * Passwords, their rules, and the links to choose one. Start with {@link fr.hubee.people.password.PasswordPolicy} for
 * the rules, {@link fr.hubee.people.password.LinkService} for the links.
 */
package fr.hubee.people.password;
