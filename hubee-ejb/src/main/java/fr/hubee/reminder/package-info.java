/**
 * Reminds people of an idle account or an expiring password, and closes idle accounts (specification §6.7, §7). The
 * rules are in {@link fr.hubee.reminder.IdlePolicy} and {@link fr.hubee.reminder.PasswordReminderPolicy}.
 */
package fr.hubee.reminder;
