/**
 * Reminds people of an account that they do not use and of a password that ends, and closes what nobody uses (specification
 * §6.7, §7). The rules are in {@link fr.hubee.reminder.IdlePolicy} and {@link fr.hubee.reminder.PasswordReminderPolicy}.
 */
package fr.hubee.reminder;
