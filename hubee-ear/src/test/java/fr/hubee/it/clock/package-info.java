/** The clock of the tests, which can be moved. It is added to the archives under test, never to the product. */
package fr.hubee.it.clock;
