/** A part of the pool of connections to the database: a module of the server, outside the application. */
package fr.hubee.jdbc;
