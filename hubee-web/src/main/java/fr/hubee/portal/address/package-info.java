/** The addresses of the portal: its pages, their parameters, the pages of a list. */
package fr.hubee.portal.address;
