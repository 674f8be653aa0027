/** Tests of API clients: secrets, keys, tokens and rate limits. */
package fr.hubee.it.clients;
