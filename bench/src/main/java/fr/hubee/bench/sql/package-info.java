/** Transactions in a file, played through plain JDBC: the floor of whatever the server does. */
package fr.hubee.bench.sql;
