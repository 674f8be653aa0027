/** The pages on which the accounts of an organisation's people are managed (specification §6.5). */
package fr.hubee.portal.account;
