/** Démarches in the API. */
package fr.hubee.api.process;
