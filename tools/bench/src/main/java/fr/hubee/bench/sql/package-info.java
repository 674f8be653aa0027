/** Transactions in a file, played through plain JDBC: the minimum cost of the server's work. */
package fr.hubee.bench.sql;
