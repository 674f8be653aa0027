/** The token endpoint (specification §4.2, RFC 6749 §4.4), and the key set. */
package fr.hubee.api.clients;
