/** Pages of accounts and rights (specification §6.5), of a person's own account, and of sign-in. */
package fr.hubee.portal.people;
