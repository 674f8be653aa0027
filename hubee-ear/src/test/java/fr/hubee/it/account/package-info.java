/** Accounts: who gets one, who changes it, and whom it is closed for. */
package fr.hubee.it.account;
