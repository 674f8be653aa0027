/** Tests of tracing: the identifier of a request in the answer, the log and the SQL, and the spans that a collector receives. */
package fr.hubee.it.kernel;
