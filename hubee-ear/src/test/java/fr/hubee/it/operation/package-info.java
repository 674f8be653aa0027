/** Tests of the journal, the figures, the schema, outages and the demonstration. */
package fr.hubee.it.operation;
