/** Keeps the connections of the server's pools to the database honest (ADR 53). It belongs to the server, as a module. */
package fr.hubee.pool;
