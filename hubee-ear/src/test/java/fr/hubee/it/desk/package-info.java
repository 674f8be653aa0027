/** Tests of the work of agents on télédossiers. */
package fr.hubee.it.desk;
