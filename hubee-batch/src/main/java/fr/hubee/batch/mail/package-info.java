/** Sends what is due, every minute. */
package fr.hubee.batch.mail;
