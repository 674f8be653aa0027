/** Organisations and démarches. */
package fr.hubee.it.organization;
