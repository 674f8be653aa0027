/** Démarches on the wire. */
package fr.hubee.api.process;
