/** API clients, their secrets, keys, tokens and ceilings. */
package fr.hubee.it.clients;
