/** One identifier for each request, from the proxy to the log and the database, and back in the answer (ADR 0208). */
package fr.hubee.http.trace;
