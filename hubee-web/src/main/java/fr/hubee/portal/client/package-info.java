/** The pages for partners' credentials, for the national administrator. */
package fr.hubee.portal.client;
