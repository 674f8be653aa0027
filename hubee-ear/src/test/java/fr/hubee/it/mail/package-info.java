/** Mails that leave one by one, and digests. */
package fr.hubee.it.mail;
