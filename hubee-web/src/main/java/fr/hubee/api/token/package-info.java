/** The token endpoint (specification §4.2, RFC 6749 §4.4). */
package fr.hubee.api.token;
