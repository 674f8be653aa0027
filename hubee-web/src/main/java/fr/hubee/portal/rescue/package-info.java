/** What waits for silent software, for the local administrator. */
package fr.hubee.portal.rescue;
