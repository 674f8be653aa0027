/** The pages of accounts and rights (specification §6.5), of a person's own account, and of signing in. */
package fr.hubee.portal.people;
