/** The addresses of the portal: which pages there are, what their parameters ask for, where a list goes on. */
package fr.hubee.portal.address;
