/** Reminds people of their accounts, and closes what nobody uses. */
package fr.hubee.batch.account;
