/** The pages of the démarches, for the national administrator. */
package fr.hubee.portal.process;
