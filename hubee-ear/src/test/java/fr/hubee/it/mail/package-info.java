/** Tests of mails: one by one, and digests. */
package fr.hubee.it.mail;
