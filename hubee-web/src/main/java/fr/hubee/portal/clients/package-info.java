/** Pages of partners' credentials. */
package fr.hubee.portal.clients;
