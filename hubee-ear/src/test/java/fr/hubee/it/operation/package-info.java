/** Tests of the journal, the figures, the schema and the demonstration. */
package fr.hubee.it.operation;
