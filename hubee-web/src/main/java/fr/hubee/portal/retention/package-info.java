/** The page of retention and purges, for the national administrator. */
package fr.hubee.portal.retention;
