/** The pages that manage the accounts of an organisation (specification §6.5). */
package fr.hubee.portal.account;
