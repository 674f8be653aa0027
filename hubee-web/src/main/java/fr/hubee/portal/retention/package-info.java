/** The page of what is kept and what goes, for the national administrator. */
package fr.hubee.portal.retention;
