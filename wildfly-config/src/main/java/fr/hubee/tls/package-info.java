/** A module of the server: Elytron presents the current certificate of two PEM files, and asks clients for theirs. */
package fr.hubee.tls;
