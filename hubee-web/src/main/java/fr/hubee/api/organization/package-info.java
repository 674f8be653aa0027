/** Organisations on the wire. */
package fr.hubee.api.organization;
