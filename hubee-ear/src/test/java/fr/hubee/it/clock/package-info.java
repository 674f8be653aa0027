/** The clock of the tests, which can be moved. It travels with the archives that are tested, never with the product. */
package fr.hubee.it.clock;
