/** The addresses of the portal: its pages, and their parameters. */
package fr.hubee.portal.address;
