/**
 * Passwords, what they must be, and the links that let a person choose one. Start with
 * {@link fr.hubee.signin.password.PasswordPolicy} for the rules, {@link fr.hubee.signin.password.LinkService} for the links.
 */
package fr.hubee.signin.password;
