/** The pages of the register of organisations, for the national administrator. */
package fr.hubee.portal.organization;
