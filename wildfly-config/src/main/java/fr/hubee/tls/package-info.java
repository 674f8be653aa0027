/** A module of the server: Elytron shows the certificate that two PEM files hold at the moment, and asks callers for theirs. */
package fr.hubee.tls;
