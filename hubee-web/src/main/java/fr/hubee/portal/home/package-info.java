/** The page that a person comes to first. */
package fr.hubee.portal.home;
